// Temporary keys, calls and tasks in both languages, both themes and two sizes: axe finds nothing, no text is cut off, and a
// picture is kept.

import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { baseUrl } from "../rooms/job.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";
import { opensTask, rowOf, tasksOf } from "../rooms/tasks.mjs";
import { chooseTheme, wellMade } from "../rooms/well-made.mjs";
import { WORDS } from "../rooms/words.mjs";

const KEY = "a key that works, with a description that is too long for most places";
const TEXT = "Say in three sentences what this report is about. 请用三句话总结这份报告，并指出其中最重要的数字。";
const SIZES = { usual: { width: 1040, height: 700 }, smallest: { width: 800, height: 560 } };
const LONG = 3600;

for (const language of ["en", "zh"]) {
  test(`temporary keys, calls and tasks, in ${language}`, async (t) => {
    const words = WORDS[language];
    const stage = await setStage(t, { story: `keys-at-work-looks-${language}` });
    const { person, browser, picture } = await stage.start();
    await person.presses("button", WORDS.en.language);
    await person.presses("menuitemradio", words.chooseLanguage);

    const everywhere = async (walk, sizes = SIZES) => {
      for (const theme of ["light", "dark"]) {
        await chooseTheme(person, words, theme);
        for (const [size, box] of Object.entries(sizes)) {
          await browser.manage().window().setRect({ x: 0, y: 0, ...box });
          const inspect = (name) => t.test(`${name}-${theme}-${size}`, () => wellMade(browser, () => picture(`${name}-${theme}-${size}`)));
          await walk(inspect);
        }
      }
    };
    const goTo = async (screen) => {
      await person.presses("button", words[screen]);
      await person.sees("heading", words[screen]);
    };

    await everywhere(async (inspect) => {
      for (const screen of ["temporaryKeys", "calls", "tasks"]) {
        await goTo(screen);
        await inspect(`${screen}-no-key`);
      }
    }, { smallest: SIZES.smallest });
    const tasks = await prepare(person, words, goTo);
    await everywhere(async (inspect) => {
      await goTo("temporaryKeys");
      await temporaryKeys(person, words, inspect);
      await goTo("calls");
      await calls(person, words, inspect);
      await goTo("tasks");
      await lookAtTasks(person, words, tasks, inspect);
    });
  });
}

/** A key, a temporary one of it, and a task of each kind, one of them with its result kept. */
async function prepare(person, words, goTo) {
  await goTo("keys");
  await person.presses("button", words.create);
  await person.types("textbox", words.description, KEY);
  await person.presses("button", words.review);
  await person.sees("dialog", words.summary);
  await person.presses("button", words.create);
  await person.sees("dialog", words.created, 20_000);
  const base = await baseUrl(person);
  await person.presses("button", words.reveal);
  const value = await person.textOf(await person.at("revealed-value").sees("code"));
  await person.presses("button", words.done);
  await person.misses("dialog", words.created);

  await goTo("temporaryKeys");
  await person.presses("radio", words.otherLifetime);
  await person.types("textbox", "…", "1800");
  await person.presses("button", words.createTemporary);
  await person.sees("timer", words.timeLeft);

  await goTo("tasks");
  await person.reads(words.noTasks);
  const service = tasksOf(base, value);
  const tasks = {
    done: await service.make(TEXT, { pending: 0, running: 0 }),
    waits: await service.make(TEXT, { pending: LONG, running: 0 }),
    runs: await service.make(TEXT, { pending: 0, running: LONG }),
    fails: await service.make(TEXT, { pending: 0, running: 0, fails: true }),
  };
  await goTo("keys");
  await goTo("tasks");
  const panel = await opensTask(person, tasks.done, words);
  await panel.presses("button", words.keepResult);
  await panel.reads(words.resultKept);
  await panel.presses("button", words.closeTask);
  return tasks;
}

async function temporaryKeys(person, words, inspect) {
  await person.sees("timer", words.timeLeft);
  await inspect("temporaryKeys");
  await person.presses("radio", words.otherLifetime);
  await person.presses("button", words.createTemporary);
  await person.sees("alert");
  await inspect("temporaryKeys-refused");
  await person.presses("button", words.reveal);
  // The card grows with the value, and what is below it moves.
  await person.at("revealed-value").sees("code");
  // What lies below it is still moving: a press may miss.
  await until("the examples", async () => {
    if ((await person.all("tabpanel")).length > 0) return true;
    await person.presses("button", words.howToUse);
    return false;
  }, { every: 500 });
  await inspect("temporaryKeys-revealed");
}

async function calls(person, words, inspect) {
  await person.chooses(words.model, "studio-echo");
  await person.types("textbox", words.whatToSay, TEXT);
  await inspect("calls-form");
  await person.presses("button", words.send);
  await person.at("call-status").reads(words.complete, 20_000);
  await inspect("calls-answer");
  await person.chooses(words.model, words.anotherModel);
  await person.types("textbox", words.modelName, "a-model-that-nobody-has");
  await person.presses("button", words.send);
  await person.at("call-status").reads(words.failed, 20_000);
  await inspect("calls-failed");
}

async function lookAtTasks(person, words, tasks, inspect) {
  await rowOf(person, tasks.waits).reads(words.statuses.waiting);
  await inspect("tasks-list");
  for (const name of ["waits", "fails", "done"]) {
    const panel = await opensTask(person, tasks[name], words);
    await panel.sees("term");
    await inspect(`tasks-${name}`);
    await panel.presses("button", words.closeTask);
  }
  const nobody = randomUUID();
  await person.presses("tab", words.byId);
  await person.types("textbox", words.taskIds, [...Object.values(tasks), nobody].join("\n"));
  await person.presses("button", words.lookUp);
  await rowOf(person, nobody).reads(words.statuses.unknown);
  await inspect("tasks-by-id");
  await person.presses("tab", words.keptHere);
  const kept = person.at(`kept-${tasks.done}`);
  await kept.presses("button", words.showResult);
  await kept.reads("Echo of This computer:");
  await inspect("tasks-kept");
}
