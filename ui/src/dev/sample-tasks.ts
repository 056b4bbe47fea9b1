// Made-up tasks, one for each state. Never part of the build.

import type { TaskView } from "../wire";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const RESULT = JSON.stringify(
  { choices: [{ message: { role: "assistant", content: "You said: 杭州有哪些河流？" } }] },
  null,
  2,
);

/** A task with the given differences from one that succeeded an hour ago. */
export function sampleTask(taskId: string, changes: Partial<TaskView> = {}): TaskView {
  const createdAt = Date.now() - HOUR;
  return {
    taskId,
    status: "succeeded",
    statusText: "SUCCEEDED",
    model: "qwen-plus",
    apiKeyId: "1049",
    keyDescription: "Claude Code on this notebook",
    createdAt,
    endedAt: createdAt + 2 * MINUTE,
    deletedAt: createdAt + 24 * HOUR,
    kept: false,
    result: RESULT,
    errorCode: null,
    errorMessage: null,
    requestId: "0c6c2f1d-e901-4d73-885f-7b0f3a526f8e",
    ...changes,
  };
}

export function sampleTasks(): TaskView[] {
  const now = Date.now();
  const unfinished = { endedAt: null, result: null };
  return [
    sampleTask("f86ec806-4d73-485f-a24f-2d1c53f0a9b1", {
      ...unfinished,
      status: "pending",
      statusText: "PENDING",
      createdAt: now - 20_000,
      deletedAt: now + 24 * HOUR - 20_000,
    }),
    sampleTask("0a11bd5e-9c2f-4e0b-8d7a-6f4a2b9c1e77", {
      ...unfinished,
      status: "running",
      statusText: "RUNNING",
      model: "wan2.5-t2i-preview",
      createdAt: now - 4 * MINUTE,
      deletedAt: now + 24 * HOUR - 4 * MINUTE,
    }),
    sampleTask("3c9d7e11-52ab-4b8c-9f0e-1a2b3c4d5e6f", {
      createdAt: now - 21 * HOUR,
      endedAt: now - 21 * HOUR + 90_000,
      deletedAt: now + 3 * HOUR + 12 * MINUTE + 30_000,
    }),
    sampleTask("9e8d7c6b-1a2b-4c3d-8e4f-5a6b7c8d9e0f", {
      status: "failed",
      statusText: "FAILED",
      apiKeyId: "20455",
      keyDescription: "",
      result: null,
      errorCode: "InternalError.Timeout",
      errorMessage: "The task was not completed in time.",
    }),
    sampleTask("b7a6c5d4-e3f2-4a1b-9c8d-7e6f5a4b3c2d", {
      status: "canceled",
      statusText: "CANCELED",
      result: null,
    }),
  ];
}
