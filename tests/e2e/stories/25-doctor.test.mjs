// “My program does not see the key”: each reason is made for real and found by looking; each finding has one button or one line,
// and what it offers helps. What is found can be saved for others, with every secret masked.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { clipboard } from "../rooms/clipboard.mjs";
import {
  addsForeignLine,
  answered,
  asks,
  findings,
  FOREIGN,
  HOST_VARIABLE,
  looksAgain,
  makesProject,
  makesUnit,
  reports,
  settled,
  startsProgram,
  VARIABLE,
} from "../rooms/doctor.mjs";
import { startUpFiles } from "../rooms/home.mjs";
import { chapters, createKey, goTo, revealCreated } from "../rooms/job.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const KEY = "of the shop";
const PATIENCE = 60_000;

test("each reason why a program does not see the key is found, and the one thing that helps is offered", async (t) => {
  const stage = await setStage(t, { story: "doctor" });
  const { home, folder } = stage;
  const chapter = chapters(t);
  const { person, picture } = await stage.start();
  const toDoctor = async () => {
    await person.presses("button", "Doctor");
    await person.sees("heading", "A program does not see the key");
  };
  const found = (kind) => findings(person, kind);
  const old = await startsProgram(t, { folder, name: "qwen" });
  let value;

  await chapter("nothing sets the variable: said, and nothing is written by looking", async () => {
    await createKey(person, { description: KEY });
    value = await revealCreated(person);
    await person.presses("button", "Done");
    const before = startUpFiles(home);
    await toDoctor();
    await picture("01-question");
    await asks(person);
    const [said] = await found("notSet");
    assert.match(said, new RegExp(`${VARIABLE} is not set`));
    await picture("02-not-set");
    assert.deepEqual(startUpFiles(home), before);
  });

  await chapter("a variable of one running program alone is called temporary", async () => {
    const terminal = await startsProgram(t, { folder, name: "shop-terminal", variables: { [VARIABLE]: value } });
    await looksAgain(person);
    assert.equal((await found("temporaryOnly")).length, 1);
    assert.equal((await found("notSet")).length, 0);
    await terminal.stop();
  });

  await chapter("its button sets it, and the look that follows finds it in every shell", async () => {
    await looksAgain(person);
    await person.at("finding-notSet").presses("button", `Set ${VARIABLE} …`);
    await setsIt();
    assert.deepEqual(await found("notSet"), []);
    assert.equal((await seenByShells(stage, VARIABLE)).bash, value);
    await person.at("diagnosis").reads("new shells find the key");
  });

  await chapter("a program that was started before is named by its number, until it is ended", async () => {
    const said = (await found("startedBefore")).filter((one) => one.includes(`${old.pid}`));
    assert.equal(said.length, 1);
    assert.match(said[0], /Qwen Code has no value/);
    const other = await startsProgram(t, { folder, name: "claude", variables: { [VARIABLE]: FOREIGN.startUp } });
    await looksAgain(person);
    const holds = (await found("startedBefore")).find((one) => one.includes(`${other.pid}`));
    assert.match(holds, /Claude Code has another value/);
    assert.ok(!holds.includes(FOREIGN.startUp) && holds.includes("0d7e"), "masked");
    await picture("03-started-before");
    await Promise.all([old.stop(), other.stop()]);
    await looksAgain(person);
    const pids = [old.pid, other.pid];
    assert.ok(!(await found("startedBefore")).some((one) => pids.some((pid) => one.includes(`${pid}`))));
  });

  await chapter("a foreign line that wins is told with its line, and commented out on a press", async () => {
    addsForeignLine(home);
    await looksAgain(person);
    const [said] = await found("anotherWins");
    assert.match(said, /\.bashrc, line \d+/);
    assert.ok(!said.includes(FOREIGN.startUp));
    assert.equal((await seenByShells(stage, VARIABLE)).bash, FOREIGN.startUp, "it does win");
    await picture("04-another-wins");
    await person.at("finding-anotherWins").presses("button", "Comment that line out …");
    await setsIt((name) => picture(`05-comment-out-${name}`));
    assert.deepEqual(await found("anotherWins"), []);
    assert.match(readFileSync(join(home, ".bashrc"), "utf8"), new RegExp(`^#.*export ${VARIABLE}=`, "m"));
    assert.equal((await seenByShells(stage, VARIABLE)).bash, value);
  });

  await chapter("services, a project and its host: one line each, and it is the line that is copied", async () => {
    const project = makesProject(home);
    const unit = makesUnit(home);
    await startsProgram(t, { folder, name: "sudo", words: ["python3", "shop.py"] });
    await asks(person, { folders: [project] });
    const [bySystemd, bySupervisord] = await found("unitWithout");
    assert.ok(bySystemd.includes(unit) && bySystemd.includes("shop.service"), bySystemd);
    assert.ok(bySupervisord.includes(`environment=${VARIABLE}="%(ENV_${VARIABLE})s"`), bySupervisord);
    const [key] = await found("otherKey");
    assert.ok(key.includes(join(project, ".env")) && !key.includes(FOREIGN.project), key);
    const [host] = await found("wrongRegionHost");
    const line = new RegExp(`${HOST_VARIABLE}=http://127\\.0\\.0\\.1:\\d+/compatible-mode/v1`).exec(host);
    assert.ok(line, host);
    const [sudo] = await found("sudoDropsIt");
    assert.ok(sudo.includes(`sudo --preserve-env=${VARIABLE} python3`), sudo);
    await picture("06-services");
    await person.at("finding-wrongRegionHost").presses("button");
    await until("the line on the clipboard", async () => (await clipboard(stage.env)) === line[0]);
  });

  await chapter("a disabled key is said before everything else", async () => {
    await goTo(person, "Keys");
    await person.presses("button", `Actions for ${KEY}`);
    await person.presses("menuitem", "Disable");
    await person.sees("row", "…Disabled…");
    await person.presses("button", `Actions for ${KEY}`);
    await person.presses("menuitem", "A program does not see it …");
    await answered(person);
    await person.at("diagnosis").sees("listitem");
    await picture("07-disabled");
    const [said] = await found("keyRefused");
    assert.match(said, /disabled/);
    assert.deepEqual(await found("notSet"), [], "what asks the keyring gets nothing for it, and that is no other trouble");
    await person.at("finding-keyRefused").presses("button", "Go to the key");
    await person.presses("button", `Actions for ${KEY}`);
    await person.presses("menuitem", "Enable");
    await person.misses("row", "…Disabled…");
  });

  await chapter("the report names places and no secret", async () => {
    await toDoctor();
    addsForeignLine(home, ".zshrc");
    await asks(person, { folders: [join(home, "work/shop")] });
    await person.presses("button", "Save report");
    await person.reads("Report saved:");
    await picture("08-report");
    const [report] = reports(home);
    assert.ok(report.includes(".zshrc:") && report.includes(VARIABLE));
    for (const secret of [value, FOREIGN.startUp, FOREIGN.project]) assert.ok(!report.includes(secret.slice(8, -4)), "masked");
    assert.ok(!(await person.holds()).includes(value));
  });

  async function setsIt(look = async () => {}) {
    await person.sees("dialog", `Set as ${VARIABLE}`);
    await person.reads("config.fish");
    await look("preview");
    await person.presses("button", "Write");
    await person.reads(`${VARIABLE} is set.`, PATIENCE);
    await look("verified");
    await person.presses("button", "Done");
    await person.misses("dialog");
    await settled(person);
  }
});
