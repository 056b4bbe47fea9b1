// Calls whose answer is looked up later: made, followed to their end, cancelled in time and too late, asked for by their ids,
// and their results kept beyond the service's deletion.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { sends, writes } from "../rooms/calls.mjs";
import { baseUrl, chapters, createKey, goTo, revealCreated } from "../rooms/job.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";
import { opensTask, rowOf, short, tasksOf } from "../rooms/tasks.mjs";

const KEY = "makes the tasks";
const OTHER = "made none of them";
const TEXT = "把这份报告总结成三句话";
const LONG = 3600;

test("tasks from the first one to a result that is kept", async (t) => {
  const stage = await setStage(t, { story: "tasks" });
  const chapter = chapters(t);
  const { person, picture, close } = await stage.start();
  const tab = (name) => person.presses("tab", name);
  let service;
  let made;
  const other = {};

  await chapter("without a task the screen says what one is, and leads to the first", async () => {
    for (const description of [OTHER, KEY]) {
      await createKey(person, { description });
      if (description === KEY) service = tasksOf(await baseUrl(person), await revealCreated(person));
      await person.presses("button", "Done");
    }
    await goTo(person, "Tasks");
    await person.reads("Every key of an account sees all tasks of the account");
    await person.reads("No task in the last 24 hours");
    await picture("01-empty");
    await person.chooses("Ask with", `${KEY}…`);
    await person.presses("button", "Make a task");
    await person.sees("heading", "Encrypted calls");
  });

  await chapter("made from the window, it is followed to its end", async () => {
    assert.ok(await (await person.sees("radio", "As a task…")).isSelected(), "it is to be a task");
    await writes(person, { model: "studio-echo", text: TEXT });
    await sends(person);
    await person.reads("The task was created.");
    await picture("02-created");
    made = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(await person.at("call-task").says())[0];
    await person.presses("button", "Show it under Tasks");
    await person.sees("heading", "Tasks");
    await rowOf(person, made).reads("Succeeded", 30_000);
    const panel = person.at("task-panel");
    await panel.reads(`Echo of This computer: ${TEXT}`);
    await panel.reads(KEY);
    await picture("03-succeeded");
  });

  await chapter("its result is kept because the user says so", async () => {
    const panel = person.at("task-panel");
    await panel.presses("button", "Keep the result");
    await panel.reads("The result is kept on this computer.");
    await panel.presses("button", "Close task details");
    await rowOf(person, made).reads("Kept");
  });

  await chapter("those that wait and run are told apart, whoever asks", async () => {
    other.waits = await service.make("waits", { pending: LONG, running: 0 });
    other.runs = await service.make("runs", { pending: 0, running: LONG });
    other.fails = await service.make("fails", { pending: 0, running: 0, fails: true });
    await person.chooses("Ask with", `${OTHER}…`);
    await rowOf(person, other.waits).reads("Waiting");
    await rowOf(person, other.runs).reads("Running");
    await rowOf(person, other.fails).reads("Failed");
    await picture("04-list");
    await person.chooses("Status", "Running");
    await until("the running one alone", async () => (await person.all("row", "…Running…")).length === 1 && (await person.all("row")).length === 2);
    await person.chooses("Status", "Any status");
    await person.types("textbox", "Model", "no-such-model");
    await person.reads("No task matches the filters.");
    await person.presses("button", "Clear filters");
    await person.sees("row", "…Waiting…");
  });

  await chapter("one that waits is cancelled in time", async () => {
    const panel = await opensTask(person, other.waits);
    await panel.presses("button", "Cancel task");
    await person.reads("The task is cancelled.");
    await rowOf(person, other.waits).reads("Cancelled");
    await picture("05-cancelled");
    assert.equal(await service.statusOf(other.waits), "CANCELED");
    await panel.presses("button", "Close task details");
  });

  await chapter("one that began meanwhile is refused in words, and then shown as it is", async () => {
    // Else the window may learn of the change first, and offer nothing to press.
    await person.presses("checkbox", "Follow unfinished tasks");
    other.late = await service.make("too late", { pending: 4, running: LONG });
    await person.presses("button", "Refresh");
    const panel = await opensTask(person, other.late);
    await panel.sees("button", "Cancel task");
    await until("the task to run", async () => (await service.statusOf(other.late)) === "RUNNING", { every: 250 });
    await panel.presses("button", "Cancel task");
    await panel.reads("The task was not cancelled.");
    await panel.reads("Only a waiting task can be cancelled");
    await picture("06-too-late");
    await panel.presses("button", "Ask again");
    await panel.reads("Running");
    await panel.misses("button", "Cancel task");
    await panel.presses("button", "Close task details");
  });

  await chapter("many are looked up at once by their ids", async () => {
    const nobody = randomUUID();
    await tab("By id");
    await person.presses("button", "Look up");
    await person.reads("Paste at least one id.");
    await person.types("textbox", "Task ids", `${made}, ${other.runs}\n${nobody}`);
    await person.presses("button", "Look up");
    await person.at(`task-${nobody}`).reads("Unknown");
    await rowOf(person, made).reads("Succeeded");
    await rowOf(person, other.runs).reads("Running");
    await rowOf(person, made).reads("studio-echo"); // One task alone does not say its model; the list did.
    await picture("07-by-id");
  });

  await chapter("after a restart the kept result is there, until it is removed", async () => {
    await close();
    const again = await stage.start();
    await goTo(again.person, "Tasks");
    await again.person.presses("tab", "Kept on this computer");
    const kept = again.person.at(`kept-${made}`);
    await kept.sees("heading", short(made));
    await kept.presses("button", "Show the result");
    await kept.reads(`Echo of This computer: ${TEXT}`);
    await again.picture("08-kept");
    await kept.presses("button", "Remove…");
    await again.person.reads("No result is kept");
  });
});
