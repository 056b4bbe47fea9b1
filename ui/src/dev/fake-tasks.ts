// Made-up tasks in memory, with the results that are kept of them. It enforces nothing but that only a waiting task can be
// cancelled.

import type { Core } from "../core";
import type { KeptResultView, TaskView } from "../wire";
import { sampleTask, sampleTasks } from "./sample-tasks";

type TasksCore = Pick<
  Core,
  "listTasks" | "getTask" | "getTasks" | "cancelTask" | "keepTaskResult" | "keptResults" | "removeKeptResult"
>;

const PAGE_SIZE = 20;

export function fakeTasks(begin: TaskView[] = sampleTasks()): TasksCore {
  let tasks = begin;
  let kept: KeptResultView[] = [];
  const one = (id: string): TaskView => {
    const found = tasks.find((task) => task.taskId === id);
    if (!found)
      return sampleTask(id, {
        status: "unknown",
        statusText: "UNKNOWN",
        model: "",
        apiKeyId: "",
        keyDescription: "",
        createdAt: null,
        endedAt: null,
        deletedAt: null,
        result: null,
      });
    return { ...found, kept: kept.some((result) => result.taskId === id) };
  };
  const put = (task: TaskView): TaskView => {
    tasks = tasks.map((other) => (other.taskId === task.taskId ? task : other));
    return one(task.taskId);
  };

  return {
    listTasks: async ({ status, model, apiKeyId, page }) => {
      const found = tasks.filter(
        (task) =>
          (status === null || task.status === status) &&
          (model === null || task.model === model) &&
          (apiKeyId === null || task.apiKeyId === apiKeyId),
      );
      return {
        tasks: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ taskId }) => one(taskId)),
        total: found.length,
        page,
        pages: Math.max(1, Math.ceil(found.length / PAGE_SIZE)),
        seenAt: Date.now(),
      };
    },
    getTask: async ({ taskId }) => one(taskId),
    getTasks: async ({ taskIds }) => taskIds.map(one),
    cancelTask: async ({ taskId }) => {
      const task = one(taskId);
      if (task.status === "unknown") throw { code: "taskUnknown" };
      if (task.status !== "pending") throw { code: "taskNotPending" };
      return put({ ...task, status: "canceled", statusText: "CANCELED", endedAt: Date.now() });
    },
    keepTaskResult: async ({ key, taskId }) => {
      const { model, status, result } = one(taskId);
      const keptResult: KeptResultView = {
        region: key.region,
        taskId,
        model,
        status,
        keptAt: Date.now(),
        result: result ?? "{}",
      };
      kept = [keptResult, ...kept.filter((other) => other.taskId !== taskId)];
      return keptResult;
    },
    keptResults: async (region) => kept.filter((result) => result.region === region),
    removeKeptResult: async ({ taskId }) => {
      kept = kept.filter((result) => result.taskId !== taskId);
    },
  };
}
