// Everything but This computer that a tool could call: the address of somebody else that stood in its settings before, and, as
// the proxy that it is given, the whole of the internet. All of it is refused and written down; nothing leaves the loopback.

import { createServer } from "node:http";

/** Somebody else's key, which stood in a tool's settings before. */
export const THEIR_KEY = "sk-theirs-0123456789";

export async function openElsewhere() {
  const called = [];
  const reached = [];
  const server = createServer((request, answer) => {
    // A proxy is asked with the whole address.
    if (!request.url.startsWith("/")) reached.push(request.url);
    else called.push(request.headers.authorization?.replace("Bearer ", "") ?? request.headers["x-api-key"]);
    request.resume();
    answer.writeHead(401, { "content-type": "application/json" });
    answer.end(JSON.stringify({ type: "error", error: { type: "authentication_error", message: "elsewhere" } }));
  });
  server.on("connect", (request, socket) => {
    reached.push(request.url);
    socket.on("error", () => {});
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    /** Where it is, as a base URL and as a proxy. */
    address: `http://127.0.0.1:${server.address().port}`,
    /** The keys that it was called with since it was asked last. */
    keys: () => [...new Set(called.splice(0))],
    /** Where the tools would have gone. */
    reached,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
