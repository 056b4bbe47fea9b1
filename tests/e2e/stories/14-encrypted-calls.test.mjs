// What is said to a model leaves this computer encrypted, or not at all: as the screen shows it, and as a gateway sees it that
// opens everything on the way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { addAccount } from "../rooms/account.mjs";
import { boxes, ENCRYPT, sends, writes } from "../rooms/calls.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { changes, GENERATION, openGateway, PUBLIC_KEY, stallsAfter, withholds } from "../rooms/gateway.mjs";
import { filesWith } from "../rooms/home.mjs";
import { chapters, createKey, goTo } from "../rooms/job.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const MODEL = "studio-echo";
const SECRET = "合同金额是四百二十万元，请先不要告诉任何人：contract 4,200,000 CNY, “draft 7”.";
const ECHO = `Echo of This computer: ${SECRET}`;

/** What would betray the text, as it is and as JSON writes it. */
const TRACES = ["合同金额", "不要告诉", "\\u5408\\u540c", "4,200,000", "draft 7"];

function betrays(text) {
  return TRACES.filter((trace) => text.includes(trace));
}

test("on This computer a call is encrypted, whole and streamed, and shown as it leaves", async (t) => {
  const stage = await setStage(t, { story: "encrypted-calls" });
  const chapter = chapters(t);
  const { person, picture, close } = await stage.start();
  await createKey(person, { description: "calls with it" });
  await person.presses("button", "Done");
  await goTo(person, "Encrypted calls");
  await person.sees("combobox", "Model");

  await chapter("whole", async () => {
    await writes(person, { model: MODEL, text: SECRET, encrypt: true });
    await picture("01-form");
    await sends(person);
    const { meant, sent, answer, received } = await boxes(person);
    await picture("02-whole");
    assert.ok(meant.includes(SECRET.slice(0, 20)) && meant.includes(MODEL), meant);
    assert.ok(answer.includes(ECHO), answer);
    assert.deepEqual([betrays(sent), betrays(received)], [[], []], "neither way shows the text");
    assert.match(sent, /^POST http:\/\/127\.0\.0\.1:\d+\/api\/v1\/services\/aigc\/text-generation\/generation$/m);
    assert.match(sent, /x-dashscope-encryptionkey/i);
    assert.match(sent, /"input":\s*"[A-Za-z0-9+/]{100,}={0,2}"/, "the input is ciphertext");
    assert.ok(sent.includes(MODEL), "the model stays readable");
    assert.match(received, /"output":\s*"[A-Za-z0-9+/]{60,}={0,2}"/, "so is the output");
    const values = (await stage.keyring.items()).filter(({ name }) => name.startsWith("this-computer/key/"));
    assert.equal(values.length, 1);
    assert.ok(!(await person.holds()).includes(values[0].secret), "the key is shown masked");
  });

  await chapter("streamed, sent from the keyboard", async () => {
    await writes(person, { mode: "Streamed" });
    await person.tabsTo("textbox", "What to say", { back: true });
    await person.browser.actions().keyDown(Key.CONTROL).sendKeys(Key.ENTER).keyUp(Key.CONTROL).perform();
    await person.at("call-status").reads("pieces", 20_000);
    await person.at("call-status").reads("The answer is complete.");
    const { sent, answer, received } = await boxes(person);
    await picture("03-streamed");
    assert.ok(answer.includes(ECHO), "the pieces are put together");
    assert.deepEqual([betrays(sent), betrays(received)], [[], []]);
  });

  await chapter("without encryption it says Readable, and shows so", async () => {
    await writes(person, { mode: "Whole", encrypt: false });
    await sends(person);
    const { sent, answer } = await boxes(person);
    await picture("04-readable");
    assert.match(sent, /Readable/);
    assert.deepEqual(betrays(sent), TRACES.filter((trace) => !trace.startsWith("\\u")));
    assert.ok(answer.includes(ECHO));
  });

  await chapter("a task cannot be encrypted, and says why", async () => {
    await writes(person, { mode: "As a task" });
    await person.reads("A task cannot be encrypted.");
    assert.equal(await (await person.sees("checkbox", ENCRYPT)).isEnabled(), false);
  });

  await chapter("nothing of it is kept", async () => {
    await close();
    assert.deepEqual(filesWith(stage.home, "合同金额"), []);
  });
});

test("in a region it fails closed: no public key, nothing sent; a spoilt answer is thrown away", async (t) => {
  const stage = await setStage(t, { story: "encrypted-calls-region" });
  const chapter = chapters(t);
  const region = "cn-beijing";
  const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions: { [region]: [] } });
  const gateway = await openGateway(t, cloud.endpoints[region]);
  const { person, picture } = await stage.start();
  const leak = () => gateway.passed.flatMap(({ method, path, headers, body }) => betrays([method, path, JSON.stringify(headers), body].join("\n")));

  await chapter("an account, and a key of its region", async () => {
    await addAccount(person, cloud, { name: "The company", region, regions: REGIONS, data: { [region]: gateway.address } });
    await createKey(person, { description: "of Beijing" });
    await person.presses("button", "Done");
    await goTo(person, "Encrypted calls");
    await writes(person, { model: MODEL, text: SECRET, encrypt: true });
  });

  await chapter("the public key is withheld: nothing is sent, and it says so", async () => {
    gateway.treat(PUBLIC_KEY, withholds);
    await sends(person, "The call failed.");
    await person.reads("Nothing was sent");
    const { sent } = await boxes(person);
    await picture("01-withheld");
    assert.match(sent, /Nothing left this computer\./);
    assert.ok(gateway.to(PUBLIC_KEY).length > 0, "it was asked for");
    assert.deepEqual(gateway.to(GENERATION), []);
  });

  await chapter("so is it when the public key is damaged", async () => {
    gateway.treat(PUBLIC_KEY, changes((text) => text.replace(/"public_key":"([^"]{40})[^"]*"/, '"public_key":"$1"')));
    await sends(person, "The call failed.");
    await person.reads("The public key of 127.0.0.1");
    await picture("02-damaged");
    assert.deepEqual(gateway.to(GENERATION), []);
  });

  await chapter("once it can be had, the call is made; the gateway sees ciphertext", async () => {
    gateway.treat(PUBLIC_KEY);
    await person.presses("button", "Try again");
    await person.at("call-status").reads("The answer is complete.", 20_000);
    assert.ok((await boxes(person)).answer.includes(ECHO));
    const [{ headers, body }] = gateway.to(GENERATION);
    const { encrypt_key: key, iv } = JSON.parse(headers["x-dashscope-encryptionkey"]);
    assert.deepEqual([Buffer.from(key, "base64").length, Buffer.from(iv, "base64").length], [256, 12]);
    assert.equal(typeof JSON.parse(body).input, "string");
    assert.equal(JSON.parse(body).model, MODEL);
  });

  await chapter("each call has a key of its own", async () => {
    await sends(person);
    await until("a second call at the gateway", () => gateway.to(GENERATION).length === 2);
    const keys = gateway.to(GENERATION).map(({ headers }) => JSON.parse(headers["x-dashscope-encryptionkey"]));
    assert.notEqual(keys[0].iv, keys[1].iv);
    assert.notEqual(keys[0].encrypt_key, keys[1].encrypt_key);
  });

  await chapter("an answer that was changed on the way is thrown away", async () => {
    gateway.treat(GENERATION, changes((text) => text.replace(/"output":"(.)/, (_, first) => `"output":"${first === "A" ? "B" : "A"}`)));
    await sends(person, "The call failed.");
    await person.reads("The answer was thrown away.");
    await picture("03-changed");
    assert.match((await boxes(person)).answer, /No answer came\./);
  });

  await chapter("a stream that stalls is stopped; what came until then stays", async () => {
    gateway.treat(GENERATION, stallsAfter(2));
    await writes(person, { mode: "Streamed" });
    await sends(person, "Waiting for the answer …");
    await person.at("call-answer").reads("Echo of This computer:");
    await picture("04-waiting");
    await person.presses("button", "Stop");
    await person.at("call-status").reads("You stopped it.");
    const { answer } = await boxes(person);
    await picture("05-stopped");
    assert.ok(answer.includes("Echo of This computer:") && !answer.includes(ECHO), answer);
  });

  await chapter("in all that left this computer the text is nowhere", () => {
    assert.equal(gateway.to(GENERATION).length, 4);
    assert.deepEqual(leak(), []);
  });

  await chapter("without encryption the gateway reads along: the search can find", async () => {
    gateway.treat(GENERATION);
    await writes(person, { mode: "Whole", encrypt: false });
    await sends(person);
    assert.ok(leak().length > 0);
  });
});
