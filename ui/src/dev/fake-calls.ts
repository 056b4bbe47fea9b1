// Made-up calls: each time one is asked for, it is a step further. Nothing is encrypted and nothing is sent.

import type { Core } from "../core";
import type { CallView, SentView, StartCallRequest } from "../wire";

type CallsCore = Pick<Core, "startCall" | "call" | "stopCall">;

const CIPHERTEXT =
  "q3Zr0Yw1bT8mK5vXc2LhN7sPd9GfJ4aRuEoI6tWyBxQzMlCkVnHjDgFpSa0OeUi3T5rY7wQ1zXcVbNmKjHgFdSaPoIuYtReWq2L4k6J8h0G1f3D5s7A9";
const PIECES = ["You said: ", "Which rivers ", "flow through ", "Hangzhou? ", "— says the echo."];

function meantBy({ model, text }: StartCallRequest): string {
  const body = { model, input: { messages: [{ role: "user", content: text }] }, parameters: {} };
  return JSON.stringify(body, null, 2);
}

function sentFor(request: StartCallRequest): SentView {
  const { origin, model, mode, encrypt } = request;
  return {
    line: `POST ${origin}/api/v1/services/aigc/text-generation/generation`,
    headers: [
      { name: "Authorization", value: "Bearer sk-ws-3f2…9a49" },
      { name: "Content-Type", value: "application/json" },
      ...(mode === "task" ? [{ name: "X-DashScope-Async", value: "enable" }] : []),
      ...(mode === "streamed" ? [{ name: "X-DashScope-SSE", value: "enable" }] : []),
      ...(encrypt
        ? [
            {
              name: "X-DashScope-EncryptionKey",
              value: `{"public_key_id":"1","encrypt_key":"${CIPHERTEXT}","iv":"b2xkIHJpdmVyIGl2"}`,
            },
          ]
        : []),
    ],
    body: encrypt ? JSON.stringify({ model, input: CIPHERTEXT, parameters: {} }, null, 2) : meantBy(request),
  };
}

/** A call that has just begun. */
export function begunCall(id: string): CallView {
  return {
    id,
    state: { kind: "waiting" },
    meant: "{}",
    sent: null,
    received: "",
    answer: "",
    pieces: 0,
    usage: null,
    requestId: "",
    taskId: null,
    millis: 0,
  };
}

export function fakeCalls(): CallsCore {
  let request: StartCallRequest | null = null;
  let view: CallView | null = null;
  const known = (id: string): CallView => {
    if (view?.id !== id) throw { code: "callUnknown" };
    return structuredClone(view);
  };
  const further = (before: CallView, asked: StartCallRequest): CallView => {
    const wire = asked.encrypt ? CIPHERTEXT.slice(0, 48) : "You said: Which rivers flow";
    const next = { ...before, millis: before.millis + 151 };
    if (before.state.kind === "fetchingPublicKey")
      return { ...next, state: { kind: "waiting" }, sent: sentFor(asked) };
    if (asked.mode === "task")
      return {
        ...next,
        state: { kind: "done" },
        requestId: "7b0f3a52-6f8e-9d1c-b6f3-0c6c2f1de901",
        taskId: "f86ec806-4d73-485f-a24f-2d1c53f0a9b1",
        received: '{"output":{"task_id":"f86ec806-4d73-485f-a24f-2d1c53f0a9b1","task_status":"PENDING"}}',
      };
    const pieces = asked.mode === "streamed" ? before.pieces + 1 : PIECES.length;
    const last = pieces === PIECES.length;
    return {
      ...next,
      pieces: asked.mode === "streamed" ? pieces : 1,
      answer: PIECES.slice(0, pieces).join(""),
      received: Array.from({ length: asked.mode === "streamed" ? pieces : 1 }, (_, at) =>
        asked.mode === "streamed" ? `data:{"output":"${wire}${at}"}` : `{"output":"${wire}"}`,
      ).join("\n\n"),
      requestId: "7b0f3a52-6f8e-9d1c-b6f3-0c6c2f1de901",
      usage: last ? { inputTokens: 12, outputTokens: 34 } : null,
      state: last ? { kind: "done" } : { kind: "waiting" },
    };
  };

  return {
    startCall: async (asked) => {
      if (!asked.text.trim() || !asked.model) throw { code: "nothingToSend" };
      request = asked;
      view = {
        ...begunCall(`call-${Date.now()}-${Math.random()}`),
        state: { kind: asked.encrypt ? "fetchingPublicKey" : "waiting" },
        meant: meantBy(asked),
        sent: asked.encrypt ? null : sentFor(asked),
      };
      return structuredClone(view);
    },
    call: async (id) => {
      const now = known(id);
      if (request && (now.state.kind === "fetchingPublicKey" || now.state.kind === "waiting"))
        view = further(now, request);
      return known(id);
    },
    stopCall: async (id) => {
      view = { ...known(id), state: { kind: "stopped" } };
      return known(id);
    },
  };
}
