// The control plane of This computer, or of a region, asked from outside the window, as somebody at another screen would: with
// an AccessKey, and with a signature that is made here anew, so that it also checks the program's.

import { createHash, createHmac, randomUUID } from "node:crypto";

const VERSION = "2026-02-10";
const ALGORITHM = "ACS3-HMAC-SHA256";

/**
 * That of This computer, with the AccessKey of the test's own keyring.
 *
 * @param {{ items(): Promise<{ name: string, secret: string }[]> }} keyring
 * @param {string} base an address of the service; the planes share its origin
 */
export async function controlPlane(keyring, base) {
  const kept = (await keyring.items()).find((item) => item.name === "this-computer/access-key");
  if (!kept) throw new Error("the keyring holds no AccessKey of this computer");
  const [id, secret] = kept.secret.split(" ");
  return serviceAt({ origin: new URL(base).origin, id, secret });
}

/** That of a region of an account. */
export function regionPlane({ accessKeyId: id, accessKeySecret: secret, endpoints }, region) {
  return serviceAt({ origin: endpoints[region], id, secret });
}

function serviceAt(service) {
  const ask = (action, method, path, body) => asks(service, action, method, path, body);
  return {
    /** A key that somebody else makes, with its value. */
    async create(description) {
      return (await ask("CreateApiKey", "POST", `/modelstudio/apikeys?description=${encodeURIComponent(description)}`)).apiKey;
    },
    /** Every key, as the service has it. */
    keys: async () => (await ask("ListApiKeys", "GET", "/modelstudio/apikeys?maxResults=100")).apiKeys,
    /** The permission of the key with this description. */
    async permissionOf(description) {
      return (await this.key(description)).auth;
    },
    async key(description) {
      const found = (await this.keys()).filter((key) => key.description === description);
      if (found.length !== 1) throw new Error(`${found.length} keys are called “${description}”`);
      return found[0];
    },
    /** Gives a key another list, and all models. */
    async limit(description, addresses) {
      const { apiKeyId } = await this.key(description);
      const form = new URLSearchParams([
        ...addresses.map((address, place) => [`auth.accessIps.${place + 1}`, address]),
        ["auth.modelAccessScope.allowAllModels", "true"],
        ["auth.type", "Custom"],
      ]);
      await ask("UpdateApiKey", "PUT", `/modelstudio/apikeys/${apiKeyId}`, form.toString());
    },
    /** Takes a key's limits away. */
    async open(description) {
      const { apiKeyId } = await this.key(description);
      const form = new URLSearchParams([
        ["auth.modelAccessScope.allowAllModels", "true"],
        ["auth.type", "All"],
      ]);
      await ask("UpdateApiKey", "PUT", `/modelstudio/apikeys/${apiKeyId}`, form.toString());
    },
    async remove(description) {
      const { apiKeyId } = await this.key(description);
      await ask("DeleteApiKey", "DELETE", `/modelstudio/apikeys/${apiKeyId}`);
    },
    /** What the calls of each key cost this month, by its description; keys that were not called are not in it. */
    async spentByKey() {
      const month = new Date().toISOString().slice(0, 7);
      const groups = encodeURIComponent(JSON.stringify([{ code: "API_KEY_ID" }]));
      const path = `/modelstudio/billing/overview?billMonth=${month}&groupBy=${groups}`;
      const { data } = await ask("GetBillingOverview", "GET", path);
      return Object.fromEntries(data.groups.map(({ name, amount }) => [name, Number(amount)]));
    },
  };
}

async function asks({ origin, id, secret }, action, method, path, body = "") {
  const { host, pathname, searchParams } = new URL(path, origin);
  const hash = sha256(body);
  const headers = {
    ...(body ? { "content-type": "application/x-www-form-urlencoded" } : {}),
    host,
    "x-acs-action": action,
    "x-acs-content-sha256": hash,
    "x-acs-date": new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-version": VERSION,
  };
  const names = Object.keys(headers).sort();
  const query = [...searchParams].sort(([left], [right]) => (left < right ? -1 : 1)).map((pair) => pair.map(encodeURIComponent).join("="));
  const written = names.map((name) => `${name}:${headers[name]}\n`).join("");
  const canonical = [method, pathname, query.join("&"), written, names.join(";"), hash].join("\n");
  const signature = createHmac("sha256", secret).update(`${ALGORITHM}\n${sha256(canonical)}`).digest("hex");
  const { host: _, ...sent } = headers; // It is put there by whoever sends.
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: { ...sent, authorization: `${ALGORITHM} Credential=${id},SignedHeaders=${names.join(";")},Signature=${signature}` },
    body: body || undefined,
  });
  const told = await answer.json();
  if (!answer.ok || told.success !== true) throw new Error(`${action}: ${answer.status} ${JSON.stringify(told)}`);
  return told;
}

function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
