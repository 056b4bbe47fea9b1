// Claude Code and Qwen Code as their makers publish them, set up in the real window: then their own command lines call
// This computer with the right key, and as long as a way without the key in a file is taken, no file has it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { chapters, createKey, goTo, revealCreated, setVariable, VARIABLE } from "../e2e/rooms/job.mjs";
import { filesWith } from "../e2e/rooms/home.mjs";
import { setStage } from "../e2e/rooms/stage.mjs";

const BIN = join(import.meta.dirname, "node_modules/.bin");
const KEY = "for tools";
const OTHER = "never used";
const MODEL = "qwen3-coder-plus";

/** What keeps the tools from speaking to anybody but the address that they were given. */
const QUIET = {
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
  CLAUDE_CODE_MAX_RETRIES: "0",
  DISABLE_AUTOUPDATER: "1",
  DISABLE_ERROR_REPORTING: "1",
  DISABLE_TELEMETRY: "1",
  QWEN_TELEMETRY_ENABLED: "false",
  QWEN_CODE_DISABLE_UPDATE_CHECK: "1",
};

test("tools that were set up call with their key", async (t) => {
  for (const name of ["claude", "qwen", "node"]) assert.ok(existsSync(join(BIN, name)), `${name}: cargo xtask test tools installs it`);
  const stage = await setStage(t, { story: "real-tools" });
  const chapter = chapters(t);
  const { person, picture } = await stage.start();
  const project = join(stage.home, "project");
  mkdirSync(project);
  let value;

  /** Runs a command in a new terminal's bash, in a folder of somebody's. */
  const types = (line) =>
    new Promise((resolve) => {
      const { HOME, XDG_RUNTIME_DIR, LANG, USER, DBUS_SESSION_BUS_ADDRESS } = stage.env;
      const env = { HOME, XDG_RUNTIME_DIR, LANG, USER, DBUS_SESSION_BUS_ADDRESS, ...QUIET, TERM: "xterm" };
      env.PATH = [BIN, process.env.PATH].join(delimiter);
      const child = execFile("bash", ["-i", "-c", line], { env, cwd: project, timeout: 90_000 }, (failure, stdout, stderr) =>
        resolve({ code: failure ? (failure.code ?? "killed") : 0, said: stdout, complained: stderr }),
      );
      child.stdin.end();
    });
  const answers = async (line) => {
    const { code, said, complained } = await types(line);
    assert.equal(code, 0, `${line}: ${said}\n${complained}`);
    assert.ok(said.includes("drei Schuhe"), `This computer answers with what it was asked: ${said}`);
  };
  const sets = async (name, look) => {
    await goTo(person, "Tools");
    await person.presses("button", `…${name} …`);
    await person.sees("dialog", `Set up ${name}`);
    await person.chooses("Key", `${KEY}…`);
    await look();
    await person.presses("button", "Write");
    await person.reads(`${name} is set up.`, 30_000);
    await person.presses("button", "Done");
    await person.misses("dialog");
  };

  await chapter("two keys; one is set as a variable, which shells fetch from the keyring", async () => {
    await createKey(person, { description: OTHER });
    await person.presses("button", "Done");
    await createKey(person, { description: KEY });
    value = await revealCreated(person);
    await person.presses("button", `Set as ${VARIABLE}…`);
    await setVariable(person);
  });

  await chapter("Claude Code is set up with a helper", async () => {
    await sets("Claude Code", async () => {
      await person.reads("apiKeyHelper", 20_000);
      assert.ok(!(await person.holds()).includes(value), "a preview shows no key");
      await picture("01-claude-code");
    });
  });

  await chapter("Qwen Code is set up with the variable", async () => {
    await sets("Qwen Code", async () => {
      await person.reads("modelProviders", 20_000);
      await picture("02-qwen-code");
    });
  });

  await chapter("no file in the home has the key", async () => {
    assert.deepEqual(filesWith(stage.home, value), []);
  });

  await chapter("their own command lines call, and are answered", async () => {
    await answers('claude -p "drei Schuhe, bitte"');
    await answers('qwen -p "drei Schuhe, bitte"');
    assert.deepEqual(filesWith(stage.home, value), [], "and they wrote no key down");
  });

  await chapter("the calls are this key's, and no other's", async () => {
    await goTo(person, "Cost");
    await person.chooses("Grouped by", "API key");
    await person.sees("row", `…${KEY}…`);
    assert.equal((await person.all("row", `…${OTHER}…`)).length, 0);
    await person.chooses("Grouped by", "Model");
    await person.sees("row", `…${MODEL}…`);
    await picture("03-cost");
  });

  await chapter("with the key in its settings, Qwen Code needs no variable", async () => {
    await sets("Qwen Code", async () => {
      await person.presses("radio", "From its settings file");
      await person.reads("Plain text");
    });
    assert.deepEqual(filesWith(stage.home, value), [".qwen/settings.json"]);
    await answers(`unset ${VARIABLE}; qwen -p "drei Schuhe, bitte"`);
  });

  await chapter("a disabled key is refused, at once", async () => {
    await goTo(person, "Keys");
    await person.presses("button", `Actions for ${KEY}`);
    await person.presses("menuitem", "Disable");
    await person.reads("Disabled");
    for (const line of ['claude -p "drei Schuhe"', 'qwen -p "drei Schuhe"']) {
      const { code, said } = await types(line);
      assert.ok(code !== 0 || /401|403|API Error/.test(said), `${line}: ${said}`);
    }
  });

  await chapter("everything is taken back: what was only ours is gone", async () => {
    await goTo(person, "Changes on this computer");
    for (const count of [4, 3, 2, 1]) {
      await person.presses("button", "Undo");
      await person.presses("button", "Undo change");
      await person.misses("dialog");
      await person.misses("alertdialog");
      void count;
    }
    assert.ok(!existsSync(join(stage.home, ".claude/settings.json")));
    // Qwen Code has put the version of its settings beside ours.
    assert.deepEqual(JSON.parse(readFileSync(join(stage.home, ".qwen/settings.json"), "utf8")), { $version: 4 });
    assert.deepEqual(filesWith(stage.home, value), []);
    await picture("04-undone");
  });
});
