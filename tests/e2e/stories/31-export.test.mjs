// A key leaves for other programs, in their own forms: what holds it in plain text says so before, and is for its owner alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { clipboard } from "../rooms/clipboard.mjs";
import { filesWith } from "../rooms/home.mjs";
import { asksForModels, chapters, createKey, revealCreated } from "../rooms/job.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const NAME = "导出用";

test("a key is exported for Postman, as .env and for curl", async (t) => {
  const stage = await setStage(t, { story: "export" });
  const chapter = chapters(t);
  const { person, picture } = await stage.start();
  let value;
  const saved = async () => {
    await person.presses("button", "Save to Downloads");
    const found = /Saved as (.*)/.exec(await until("the file", async () => {
      const said = await person.at("export-saved").says();
      return said.includes("Saved as") && said;
    }));
    return found[1].trim();
  };

  await chapter("the menu of the key leads there; what is chosen first holds no key", async () => {
    await createKey(person, { description: NAME });
    value = await revealCreated(person);
    await person.presses("button", "Done");
    await person.presses("button", `Actions for ${NAME}`);
    await person.presses("menuitem", "Export …");
    await person.sees("dialog", `Export ${NAME}`);
    await picture("01-forms");
    const path = await saved();
    const environment = JSON.parse(readFileSync(path, "utf8"));
    assert.equal(environment._postman_variable_scope, "environment");
    assert.deepEqual(filesWith(stage.home, value), []);
    await picture("02-saved");
  });

  await chapter("with the key in it: said before, readable by its owner alone, and it works", async () => {
    await person.presses("radio", ".env file…");
    await person.at("export-plaintext").reads("Whoever reads the file has the key.");
    await picture("03-plaintext");
    const path = await saved();
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const script = '. "$1"; printf "%s\\n%s" "$OPENAI_BASE_URL" "$OPENAI_API_KEY"';
    const [base, key] = execFileSync("sh", ["-c", script, "sh", path], { encoding: "utf8" }).split("\n");
    assert.equal(key, value);
    assert.equal((await asksForModels(base, key)).status, 200);
    assert.deepEqual(filesWith(stage.home, value).map((one) => basename(one)), [basename(path)], "in this file alone");
  });

  await chapter("curl's lines are copied without the key, and run with it from the environment", async () => {
    await person.presses("radio", "curl command…");
    await person.presses("button", "Copy");
    const text = await until("the clipboard", async () => {
      const now = await clipboard(stage.env);
      return now.startsWith("curl ") && now;
    });
    assert.ok(!text.includes(value));
    // The model's answer comes, because this computer's platform takes the key.
    const env = { PATH: process.env.PATH, DASHSCOPE_API_KEY: value };
    const answer = JSON.parse(execFileSync("sh", ["-c", text], { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    assert.ok(answer.choices?.[0]?.message, JSON.stringify(answer));
    await person.presses("button", "Cancel");
    await person.misses("dialog");
  });
});
