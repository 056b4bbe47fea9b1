// Claude Code, Qwen Code, Codex CLI and OpenCode as their makers publish them, set up in the real window in every way that it offers:
// their own command line then calls This computer with the key that was chosen, and only where the key was put into their
// settings does a file hold it. Taken back, every byte is as before, and they call whom they called before.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { controlPlane } from "../e2e/rooms/control.mjs";
import { filesWith, startUpFiles } from "../e2e/rooms/home.mjs";
import { baseUrl, chapters, createKey, goTo, revealCreated } from "../e2e/rooms/job.mjs";
import { setStage } from "../e2e/rooms/stage.mjs";
import { openElsewhere, THEIR_KEY } from "./rooms/elsewhere.mjs";
import { isInstalled, openTerminal } from "./rooms/terminal.mjs";
import { NOT_READ, QUESTION, TOOLS, WAYS } from "./rooms/tools.mjs";

test("tools that were set up call with their key", async (t) => {
  for (const name of ["node", "claude", "qwen", "codex", "opencode"]) {
    assert.ok(isInstalled(name), `${name}: cargo xtask test tools installs it`);
  }
  const elsewhere = await openElsewhere();
  t.after(() => elsewhere.close());
  const stage = await setStage(t, { story: "real-tools" });
  const chapter = chapters(t);
  const startUp = startUpFiles(stage.home);
  const terminal = openTerminal(stage, elsewhere.address);
  const { person, picture } = await stage.start();
  const values = {};
  let origin;
  let plane;

  /** Sets the variable that the open dialog of a tool says it needs. */
  const setsVariable = async (variable) => {
    await person.presses("button", `Set ${variable}…`);
    await person.sees("dialog", `Set as ${variable}`);
    await person.reads(".bashrc", 20_000);
    await person.presses("button", "Write");
    await person.reads(`${variable} is set.`, 30_000);
    await person.presses("button", "Done");
    await person.misses("dialog", `Set as ${variable}`);
  };
  /** Sets a tool up, and looks at what would be written before it is. `warned` is what stands in the way of its being read. */
  const setsUp = async (tool, way, warned) => {
    await goTo(person, "Tools");
    await person.presses("button", `Set up ${tool.name}…`);
    await person.sees("dialog", `Set up ${tool.name}`);
    await person.chooses("API key", `${tool.name}…`);
    await person.presses("radio", `${WAYS[way]}…`);
    if (way === "environment") await setsVariable(tool.variable);
    await person.reads(`${origin}${tool.base}`, 20_000);
    const page = await person.holds();
    for (const secret of [values[tool.name], THEIR_KEY]) assert.ok(!page.includes(secret), "a preview shows no key");
    if (warned) await person.reads(warned);
    else assert.ok(!page.includes("does not read its settings file"), "nothing stands in the way of what it reads");
    await picture(`${tool.name}-${warned ? "not-read" : way}`);
    await person.presses("button", "Write");
    await person.reads(warned ? `${tool.name} is written, but does not read` : `${tool.name} is set up.`, 30_000);
    await person.presses("button", "Done");
    await person.misses("dialog");
  };
  const takesBack = async (changes) => {
    await goTo(person, "Changes on this computer");
    for (let count = 0; count < changes; count += 1) {
      await person.presses("button", "Undo");
      await person.presses("button", "Undo change");
      await person.misses("dialog");
      await person.misses("alertdialog");
    }
  };

  await chapter("a key for each tool", async () => {
    assert.match((await terminal.types("node --version")).said, /^v24\./m, "the tools run on the Node that was installed with them");
    for (const { name } of TOOLS) {
      await createKey(person, { description: name });
      values[name] = await revealCreated(person);
      origin = new URL(await baseUrl(person)).origin;
      await person.presses("button", "Done");
    }
    plane = await controlPlane(stage.keyring, origin);
  });

  for (const tool of TOOLS) {
    const file = join(stage.home, tool.settings);
    for (const way of tool.ways) {
      const before = Buffer.from(tool.before(elsewhere.address, way));
      const value = values[tool.name];
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, before);
      // With a variable alone nobody's key is left when it is gone.
      const theirs = tool.name === "Claude Code" && way === "environment" ? [] : [THEIR_KEY];

      await chapter(`${tool.name}, ${way}: set up`, async () => {
        await setsUp(tool, way);
        assert.deepEqual(filesWith(stage.home, value), way === "value" ? [tool.settings] : []);
      });

      await chapter(`${tool.name}, ${way}: it calls This computer with the key`, async () => {
        const spent = await plane.spentByKey();
        const { code, said, complained } = await terminal.types(tool.line);
        assert.equal(code, 0, `${said}\n${complained}`);
        assert.ok(said.includes(QUESTION), `This computer answers with what it was asked: ${said}`);
        const { [tool.name]: own, ...others } = await plane.spentByKey();
        assert.ok(own > (spent[tool.name] ?? 0), `a call of this key was counted: ${own}`);
        assert.deepEqual({ ...others, [tool.name]: spent[tool.name] }, { ...spent, [tool.name]: spent[tool.name] }, "and of no other");
        assert.deepEqual(elsewhere.keys(), [], "nobody else was called");
        assert.deepEqual(filesWith(stage.home, value), way === "value" ? [tool.settings] : [], "it wrote the key down nowhere");
      });

      await chapter(`${tool.name}, ${way}: taken back`, async () => {
        await takesBack(way === "environment" ? 2 : 1);
        assert.equal(readFileSync(file, "utf8"), before.toString());
        assert.deepEqual(startUpFiles(stage.home), startUp);
        assert.deepEqual(filesWith(stage.home, value), []);
        const spent = await plane.spentByKey();
        const { code } = await terminal.types(tool.line);
        assert.notEqual(code, 0, "no answer without the key");
        assert.deepEqual(await plane.spentByKey(), spent, "no call of any key was counted");
        assert.deepEqual(elsewhere.keys(), theirs, "it calls whom it called before");
      });
    }
  }

  for (const { name, text, mark, without, warning } of NOT_READ) {
    await chapter(`${name}: what it does not read is said before, and it reads nothing until that is gone`, async () => {
      const tool = TOOLS.find((one) => one.name === name);
      const file = join(stage.home, tool.settings);
      writeFileSync(file, text);
      await setsUp(tool, "value", warning);
      const spent = await plane.spentByKey();
      const { code, said } = await terminal.types(tool.line);
      assert.notEqual(code, 0, said);
      assert.deepEqual(await plane.spentByKey(), spent, "no call of any key was counted");
      const written = readFileSync(file, "utf8");
      assert.ok(written.includes(mark), "the mark is as it was");
      // What one of them keeps of a file that it cannot read.
      rmSync(`${file}.corrupted`, { force: true });
      writeFileSync(file, written.replace(mark, without));
      const answer = await terminal.types(tool.line);
      assert.equal(answer.code, 0, `${answer.said}\n${answer.complained}`);
      assert.ok(answer.said.includes(QUESTION), answer.said);
      await takesBack(1);
      assert.equal(readFileSync(file, "utf8"), text.replace(mark, without));
      assert.deepEqual(elsewhere.keys(), [], "nobody else was called");
    });
  }

  await chapter("a disabled key is refused at the next call, its settings being as they were", async () => {
    const tool = TOOLS[0];
    writeFileSync(join(stage.home, tool.settings), tool.before(elsewhere.address, "helper"));
    await setsUp(tool, "helper");
    assert.equal((await terminal.types(tool.line)).code, 0);
    await goTo(person, "Keys");
    await person.presses("button", `Actions for ${tool.name}`);
    await person.presses("menuitem", "Disable");
    await person.reads("Disabled");
    const spent = await plane.spentByKey();
    const { code, said, complained } = await terminal.types(tool.line);
    assert.notEqual(code, 0, said);
    assert.match(said + complained, /disabled/i, "it says why");
    assert.deepEqual(await plane.spentByKey(), spent);
    await takesBack(1);
  });

  await chapter("the tools went nowhere else", () => assert.deepEqual(elsewhere.reached, []));
});
