// Tasks: the list with its filters and pages, one task, following what has not ended, many by their ids, and kept results.

import { afterEach, expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { fakeTasks } from "../src/dev/fake-tasks";
import { KEYS } from "../src/dev/sample";
import { sampleTask, sampleTasks } from "../src/dev/sample-tasks";
import { idsIn, mergeRow, shortId } from "../src/screens/tasks/task";
import type { KeyView } from "../src/wire";
import { countdownOf, lengthOf } from "../src/words/durations";
import { en } from "../src/words/en";
import { appWith, fireEvent, open, press, screen, type, waitFor, within } from "./window";

const FIRST = KEYS[0] as KeyView;
const KEY = { region: "this-computer", apiKeyId: FIRST.apiKeyId };
const PENDING = "f86ec806-4d73-485f-a24f-2d1c53f0a9b1";
const RUNNING = "0a11bd5e-9c2f-4e0b-8d7a-6f4a2b9c1e77";
const DONE = "3c9d7e11-52ab-4b8c-9f0e-1a2b3c4d5e6f";
const FAILED = "9e8d7c6b-1a2b-4c3d-8e4f-5a6b7c8d9e0f";

afterEach(() => {
  hide(false);
  vi.useRealTimers();
});

function hide(hidden: boolean): void {
  Object.defineProperty(document, "visibilityState", {
    configurable: true,
    value: hidden ? "hidden" : "visible",
  });
  document.dispatchEvent(new Event("visibilitychange"));
}

async function openScreen(replace: Partial<Core> = {}): Promise<void> {
  await open({}, replace);
  await press("Tasks");
  await screen.findByRole("tablist");
}

const row = (id: string) => screen.findByTestId(`task-${id}`);

async function openTask(id: string): Promise<HTMLElement> {
  await press(`Details of task ${shortId(id)}`);
  return screen.findByRole("complementary", { name: "Task details" });
}

test("the list says what is known, when each is deleted, and that every key sees all tasks", async () => {
  await openScreen();
  await screen.findByText(/Every key of an account sees all tasks/);
  expect((await row(DONE)).textContent).toContain("3 h 12 min");
  expect((await row(PENDING)).textContent).toContain("Waiting");
  const name = within(await row(PENDING)).getByRole("button", { name: /^Details/ });
  expect(name.title).toBe(PENDING);
  expect((await screen.findByTestId("tasks-asked")).textContent).toMatch(/Last asked at \d\d:\d\d:\d\d/);
});

test("the id is copied whole", async () => {
  const copyText = vi.fn(async () => {});
  await openScreen({ copyText });
  await press(`Copy the id of task ${shortId(DONE)}`);
  expect(copyText).toHaveBeenCalledWith(DONE);
});

test("filters are asked of the service, and can be cleared when nothing is found", async () => {
  const listTasks = vi.fn(fakeTasks().listTasks);
  await openScreen({ listTasks });
  await row(DONE);
  const status = (await screen.findByTestId("filter-status")) as HTMLSelectElement;
  status.value = "failed";
  fireEvent.change(status);
  await waitFor(() => expect(screen.queryByTestId(`task-${DONE}`)).toBeNull());
  await row(FAILED);
  type(await screen.findByTestId("filter-model"), "no-such-model");
  await screen.findByText("No task matches the filters.");
  expect(listTasks).toHaveBeenLastCalledWith({
    key: KEY,
    status: "failed",
    model: "no-such-model",
    apiKeyId: null,
    page: 1,
  });
  await press("Clear filters");
  await row(DONE);
  expect((screen.getByTestId("filter-model") as HTMLInputElement).value).toBe("");
});

test("pages", async () => {
  const many = Array.from({ length: 45 }, (_, at) => sampleTask(`task-${String(at).padStart(2, "0")}`));
  await openScreen(fakeTasks(many));
  await row("task-00");
  expect(screen.getByRole("button", { name: "Previous page" }).hasAttribute("disabled")).toBe(true);
  await press("Next page");
  await row("task-20");
  await press("Next page");
  await row("task-44");
  await screen.findByText("Page 3 of 3");
  expect(screen.getByRole("button", { name: "Next page" }).hasAttribute("disabled")).toBe(true);
});

test("only what has not ended is followed, only while the window is seen, and not once it has", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const tasks = fakeTasks();
  const getTasks = vi.fn(tasks.getTasks);
  await openScreen({ ...tasks, getTasks });
  await row(RUNNING);
  await vi.advanceTimersByTimeAsync(5200);
  expect(getTasks).toHaveBeenCalledTimes(1);
  expect(getTasks).toHaveBeenLastCalledWith({ key: KEY, taskIds: [PENDING, RUNNING] });
  hide(true);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(getTasks).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  hide(false);
  // Of one task alone the service says less than in the list.
  getTasks.mockImplementation(async ({ taskIds }) =>
    taskIds.map((id) => sampleTask(id, { model: "", apiKeyId: "", keyDescription: "" })),
  );
  await vi.advanceTimersByTimeAsync(5200);
  await waitFor(async () => expect((await row(RUNNING)).textContent).toContain("Succeeded"));
  expect((await row(RUNNING)).textContent).toContain("wan2.5-t2i-preview");
  await screen.findByText("All tasks here have ended.");
  const asked = getTasks.mock.calls.length;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(getTasks).toHaveBeenCalledTimes(asked);
});

test("following can be switched off, and rests after a refusal until the user says so", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const getTasks = vi.fn<Core["getTasks"]>(() => Promise.reject({ code: "tooManyRequests" }));
  await openScreen({ getTasks });
  await row(RUNNING);
  fireEvent.click(await screen.findByTestId("tasks-follow"));
  await vi.advanceTimersByTimeAsync(12_000);
  expect(getTasks).not.toHaveBeenCalled();
  fireEvent.click(await screen.findByTestId("tasks-follow"));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(getTasks).toHaveBeenCalledTimes(1);
  const note = await screen.findByTestId("failure-tooManyRequests");
  await press("Try again", "button", note);
  await vi.advanceTimersByTimeAsync(5200);
  expect(getTasks).toHaveBeenCalledTimes(2);
});

test("a waiting task is cancelled; one that runs is refused, and then shown as it is", async () => {
  const tasks = fakeTasks();
  await openScreen(tasks);
  const panel = await openTask(PENDING);
  await press("Cancel task", "button", panel);
  await screen.findByText("The task is cancelled.");
  await waitFor(async () => expect((await row(PENDING)).textContent).toContain("Cancelled"));
  expect(within(panel).queryByRole("button", { name: "Cancel task" })).toBeNull();
  expect(within(await openTask(RUNNING)).queryByRole("button", { name: "Cancel task" })).toBeNull();
});

test("a task that began to run meanwhile is not cancelled, and the panel catches up", async () => {
  const tasks = fakeTasks();
  let runs = false;
  await openScreen({
    ...tasks,
    getTask: async (task) =>
      runs
        ? sampleTask(task.taskId, { status: "running", endedAt: null, result: null })
        : tasks.getTask(task),
    cancelTask: () => {
      runs = true;
      return Promise.reject({ code: "taskNotPending" });
    },
  });
  const panel = await openTask(PENDING);
  await press("Cancel task", "button", panel);
  const note = await within(panel).findByTestId("failure-taskNotPending");
  await press("Ask again", "button", note);
  await waitFor(() => expect(panel.textContent).toContain("Running"));
  expect(within(panel).queryByTestId("failure-taskNotPending")).toBeNull();
});

test("a result is kept on this computer, listed, and removed", async () => {
  await openScreen(fakeTasks());
  const panel = await openTask(DONE);
  expect((await within(panel).findByRole("region", { name: "Result" })).textContent).toContain("杭州");
  await press("Keep the result", "button", panel);
  await within(panel).findByTestId("task-kept");
  expect((await row(DONE)).textContent).toContain("Kept");
  await press("Kept on this computer", "tab");
  const kept = await screen.findByTestId(`kept-${DONE}`);
  fireEvent.click(within(kept).getByText("Show the result"));
  expect(kept.textContent).toContain("杭州");
  await press(/^Remove/, "button", kept);
  await screen.findByText("No result is kept");
  await press("Last 24 hours", "tab");
  expect((await row(DONE)).textContent).not.toContain("Kept");
});

test("a task that failed says why; one that the service does not know, what that means", async () => {
  await openScreen();
  expect((await openTask(FAILED)).textContent).toContain("The task failed: InternalError.Timeout");
  await press("By id", "tab");
  type(await screen.findByTestId("task-ids"), "no-such-task");
  fireEvent.click(await screen.findByTestId("task-look-up"));
  await row("no-such-task");
  await waitFor(async () =>
    expect((await openTask("no-such-task")).textContent).toContain("does not know this task"),
  );
});

test("many pasted ids are one question", async () => {
  const getTasks = vi.fn(fakeTasks().getTasks);
  await openScreen({ getTasks });
  await press("By id", "tab");
  fireEvent.click(await screen.findByTestId("task-look-up"));
  await screen.findByText("Paste at least one id.");
  type(await screen.findByTestId("task-ids"), `["${DONE}",\n"${FAILED}"]；${DONE}`);
  fireEvent.click(await screen.findByTestId("task-look-up"));
  await row(FAILED);
  expect(getTasks).toHaveBeenCalledTimes(1);
  expect(getTasks).toHaveBeenCalledWith({ key: KEY, taskIds: [DONE, FAILED] });
});

test("details take the focus, give it back, and go with Escape", async () => {
  await openScreen();
  const button = within(await row(DONE)).getByRole("button", { name: /^Details/ });
  button.focus();
  fireEvent.click(button);
  const panel = await screen.findByRole("complementary");
  await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true));
  fireEvent.keyDown(document.activeElement as Element, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  expect(document.activeElement).toBe(button);
  fireEvent.keyDown(button, { key: "ArrowUp" });
  expect(document.activeElement?.getAttribute("aria-label")).toContain(shortId(RUNNING));
});

test("no task at all leads to a call that makes one", async () => {
  await openScreen(fakeTasks([]));
  await press("Make a task");
  expect(((await screen.findByLabelText(/^As a task/)) as HTMLInputElement).checked).toBe(true);
});

test("a list that cannot be loaded says so, in Chinese", async () => {
  const core = fakeCore();
  let reachable = false;
  await open(
    { app: appWith({}, "zh-CN") },
    {
      listTasks: (request) =>
        reachable ? core.listTasks(request) : Promise.reject({ code: "unreachable", host: "h.example" }),
    },
  );
  await press("任务");
  const note = await screen.findByTestId("failure-unreachable");
  reachable = true;
  await press("重试", "button", note);
  await row(DONE);
});

test("ids are read from whatever was pasted", () => {
  expect(idsIn(" a, b;c\n\nd，e、f '\"a\"' ")).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(shortId(DONE)).toBe("3c9d7e11…5e6f");
  expect(shortId("short")).toBe("short");
  const [before] = sampleTasks();
  const now = sampleTask(PENDING, { model: "", createdAt: null });
  expect(mergeRow(before, now)).toMatchObject({ model: "qwen-plus", createdAt: before?.createdAt });
});

test("lengths of time are never longer than they are", () => {
  expect(lengthOf(3 * 3_600_000 + 12 * 60_000 + 59_999, en.times)).toBe("3 h 12 min");
  expect(lengthOf(59_999, en.times)).toBe("59 s");
  expect(lengthOf(-5, en.times)).toBe("0 s");
  expect([countdownOf(60_000), countdownOf(59_001), countdownOf(1), countdownOf(-1)]).toEqual([
    "1:00",
    "1:00",
    "0:01",
    "0:00",
  ]);
});
