// What may stand between this computer and the service: a gateway that opens what goes through it, remembers it, and, where it
// is told to, withholds an answer, spoils it, or lets it stop half-way.

import { createServer, request as ask } from "node:http";
import { once } from "node:events";

/** The paths that a gateway may be told about. */
export const PUBLIC_KEY = "/api/v1/public-keys/latest";
export const GENERATION = "/api/v1/services/aigc/text-generation/generation";

/**
 * @param {import("node:test").TestContext} t
 * @param {string} service where it hands everything on to
 */
export async function openGateway(t, service) {
  const passed = [];
  const rules = new Map();
  const server = createServer(async (asked, answer) => {
    const body = await read(asked);
    const path = new URL(asked.url, service).pathname;
    passed.push({ method: asked.method, path, headers: asked.headers, body: body.toString() });
    const rule = rules.get(path) ?? handsOn;
    const given = await hear(service, asked, body).catch(() => undefined);
    if (given) rule(given, answer);
    else answer.writeHead(502).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** What went through, oldest first: all that leaves this computer for the service. */
    passed,
    /** The requests for one path. */
    to: (path) => passed.filter((one) => one.path === path),
    /** From now on answers of this path are treated so; without a rule they are handed on. */
    treat(path, rule = handsOn) {
      rules.set(path, rule);
    },
  };
}

function handsOn({ status, headers, body }, answer) {
  answer.writeHead(status, headers).end(body);
}

/** The answer is not handed on. */
export function withholds(_given, answer) {
  answer.writeHead(503, { "content-type": "text/plain" }).end("not for you");
}

/** The answer is handed on with another text. */
export function changes(change) {
  return ({ status, headers: { "content-length": _, ...headers }, body }, answer) => {
    answer.writeHead(status, headers).end(change(body.toString()));
  };
}

/** So many events of a stream are handed on, and then nothing more, for as long as anybody waits. */
export function stallsAfter(events) {
  return ({ status, headers: { "content-length": _, ...headers }, body }, answer) => {
    const begin = body.toString().split("\n\n").slice(0, events);
    answer.writeHead(status, headers);
    answer.write(`${begin.join("\n\n")}\n\n`);
  };
}

async function hear(service, asked, body) {
  const { host: _, connection: __, ...headers } = asked.headers;
  const sent = ask(new URL(asked.url, service), { method: asked.method, headers });
  sent.end(body);
  const [given] = await once(sent, "response");
  const { "transfer-encoding": ___, connection: ____, ...told } = given.headers;
  return { status: given.statusCode, headers: told, body: await read(given) };
}

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
