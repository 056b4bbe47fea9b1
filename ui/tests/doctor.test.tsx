// Why a program does not see a key: what is asked, one thing to do for each finding, and the way there and back.

import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { fakeDoctor } from "../src/dev/fake-doctor";
import { KEYS, LIST } from "../src/dev/sample";
import { FINDINGS, HEALTHY, ILL } from "../src/dev/sample-diagnosis";
import type { FindingView } from "../src/wire";
import { appWith, dialog, fireEvent, open, press, screen, type, waitFor, within } from "./window";

const NAME = "Claude Code on this notebook";

async function openDoctor(replace: Partial<Core> = {}): Promise<void> {
  await open({}, replace);
  await press("Doctor");
  await screen.findByTestId("doctor-look");
}

const look = () => fireEvent.click(screen.getByTestId("doctor-look"));

async function finding(one: FindingView, replace: Partial<Core> = {}): Promise<HTMLElement> {
  await openDoctor({ ...fakeDoctor({ ...ILL, findings: [one] }), ...replace });
  look();
  return screen.findByTestId(`finding-${one.kind}`);
}

const of = (kind: FindingView["kind"]) => FINDINGS.find((one) => one.kind === kind) as FindingView;

test("nothing is asked before the button is pressed, and then what was typed", async () => {
  const diagnose = vi.fn(fakeCore().diagnose);
  await openDoctor({ diagnose });
  type(screen.getByTestId("doctor-variable"), " OPENAI_API_KEY ");
  type(screen.getByTestId("doctor-folders"), "/home/ann/app\n\n  /srv/api \n");
  expect(diagnose).not.toHaveBeenCalled();
  look();
  await screen.findByTestId("doctor-nothing");
  expect(diagnose).toHaveBeenCalledWith({
    key: { region: "this-computer", apiKeyId: KEYS[0]?.apiKeyId },
    variable: "OPENAI_API_KEY",
    folders: ["/home/ann/app", "/srv/api"],
  });
});

test("a name or a path that cannot be right is said before anything is asked", async () => {
  const diagnose = vi.fn(fakeCore().diagnose);
  await openDoctor({ diagnose });
  type(screen.getByTestId("doctor-variable"), "MY-KEY");
  type(screen.getByTestId("doctor-folders"), "app");
  look();
  await screen.findByText("Letters, digits and underscores, beginning with a letter.");
  await screen.findByText("Write whole paths, such as /home/ann/app.");
  expect(diagnose).not.toHaveBeenCalled();
});

test("an input method that is composing does not start it", async () => {
  const diagnose = vi.fn(fakeCore().diagnose);
  await openDoctor({ diagnose });
  const field = screen.getByTestId("doctor-variable");
  fireEvent.compositionStart(field);
  fireEvent.keyDown(field, { key: "Enter", isComposing: true });
  expect(diagnose).not.toHaveBeenCalled();
  fireEvent.compositionEnd(field);
  fireEvent.keyDown(field, { key: "Enter" });
  await screen.findByTestId("doctor-nothing");
});

test("from a key's menu it is looked at once, in the variable that the key is set as", async () => {
  const diagnose = vi.fn(fakeCore().diagnose);
  await open({}, { diagnose });
  await press(`Actions for ${NAME}`);
  await press("A program does not see it …", "menuitem");
  const heading = await screen.findByRole("heading", { name: "Everything is in order" });
  expect(diagnose).toHaveBeenCalledTimes(1);
  expect(diagnose.mock.calls[0]?.[0].variable).toBe(KEYS[0]?.usedHere[0]?.variable ?? "DASHSCOPE_API_KEY");
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

test("a disabled key can be asked about: that may be the reason", async () => {
  const keys = LIST.keys.map((key, at) => (at === 0 ? { ...key, disabled: true } : key));
  const diagnose = vi.fn(fakeCore().diagnose);
  await open({ list: { ...LIST, keys } }, { diagnose });
  await press(`Actions for ${NAME}`);
  await press("A program does not see it …", "menuitem");
  await screen.findByTestId("diagnosis");
  const select = screen.getByTestId<HTMLSelectElement>("doctor-key");
  expect(select.selectedOptions[0]?.textContent).toContain(NAME);
  expect(diagnose.mock.calls[0]?.[0].key.apiKeyId).toBe(keys[0]?.apiKeyId);
});

test("every finding has one button or one line to copy", async () => {
  await openDoctor(fakeDoctor(ILL));
  look();
  await screen.findByRole("heading", { name: "15 things found" });
  const cards = [...document.querySelectorAll<HTMLElement>(".finding")];
  expect(cards).toHaveLength(FINDINGS.length);
  for (const card of cards)
    expect(within(card).getAllByRole("button"), card.textContent ?? "").toHaveLength(1);
  const kinds = cards.map((card) => card.dataset.testid?.replace("finding-", ""));
  expect(kinds).toEqual(FINDINGS.map((one) => one.kind));
});

test("the line to add is copied as it stands", async () => {
  const copyText = vi.fn(fakeCore().copyText);
  const one = FINDINGS.find((found) => found.kind === "unitWithout" && found.manager === "systemdSystem");
  const card = await finding(one as FindingView, { copyText });
  await press("Copy Line to add", "button", card);
  await waitFor(() =>
    expect(copyText).toHaveBeenCalledWith(
      "EnvironmentFile=/home/ann/.config/environment.d/60-studio-keys.conf",
    ),
  );
});

test("a service that waits for a file leads to setting the variable", async () => {
  const card = await finding(of("unitWithout"));
  expect(card.textContent).toContain("Set the variable for programs started from the desktop");
  within(card).getByTestId("finding-set");
});

test("on Windows it is said that running programs were not looked into", async () => {
  await open({ app: { ...appWith({}), platform: "windows" } }, fakeDoctor(HEALTHY));
  await press("Doctor");
  await screen.findByTestId("doctor-look");
  look();
  await screen.findByText(/^Programs that run already were not looked into/);
  expect(screen.queryByText("When you use sudo")).toBeNull();
  type(screen.getByTestId("doctor-folders"), "app");
  look();
  await screen.findByText("Write whole paths, such as C:\\Users\\ann\\app.");
});

test("a line that wins leads to the preview in which it is ticked, and it is looked again after", async () => {
  const planVariable = vi.fn(fakeCore().planVariable);
  const card = await finding(of("anotherWins"), { planVariable });
  await press("Comment that line out …", "button", card);
  await dialog();
  await waitFor(() =>
    expect(planVariable).toHaveBeenCalledWith(
      expect.objectContaining({ variable: "DASHSCOPE_API_KEY", commentOut: ["b7c1"] }),
    ),
  );
});

test("what is not set is set by the same dialog", async () => {
  const card = await finding(of("notSet"));
  expect(card.textContent).toContain("terminals with zsh, programs of the desktop");
  await press("Set DASHSCOPE_API_KEY …", "button", card);
  await dialog();
});

test("settings that their tool does not read are named with the line, and the file can be copied", async () => {
  const copyText = vi.fn(fakeCore().copyText);
  const card = await finding(of("settingsNotRead"), { copyText });
  within(card).getByRole("heading", { name: "Claude Code does not read its settings file as it is" });
  expect(card.querySelector("p")?.textContent).toBe(
    "/home/ann/.claude/settings.json:3 has a comment: until you take it out, Claude Code cannot read the file. Studio Keys leaves it as it is.",
  );
  await press("Copy File", "button", card);
  await waitFor(() => expect(copyText).toHaveBeenCalledWith("/home/ann/.claude/settings.json"));
});

test("a service that could not be asked is no refusal", async () => {
  const card = await finding({
    kind: "keyRefused",
    failure: { code: "unreachable", host: "dashscope.aliyuncs.com" },
  });
  expect(card.classList).toContain("finding-info");
  await press("Look again", "button", card);
});

test("which value wins where is a table, and a value that is worked out is said to be", async () => {
  await openDoctor(fakeDoctor(ILL));
  look();
  const table = await screen.findByRole("table", { name: "Which value wins where" });
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows.map((row) => row.querySelector("code")?.textContent)).toEqual([
    "/home/ann/.bashrc:131",
    "/home/ann/.config/studio-keys/env.sh:2",
    "/home/ann/.zshrc:40",
    "/etc/environment:2",
    "/home/ann/work/customer-service/chat-backend/.env:4",
  ]);
  expect(within(rows[0] as HTMLElement).getByText("Wins")).toBeTruthy();
  expect(within(rows[1] as HTMLElement).getByText("Overridden")).toBeTruthy();
  expect(within(rows[2] as HTMLElement).getByText("worked out when read")).toBeTruthy();
  expect(within(rows[4] as HTMLElement).getByText("Counts there")).toBeTruthy();
});

test("the report of what is shown is saved, and its place is said", async () => {
  const saveDiagnosis = vi.fn(fakeCore().saveDiagnosis);
  await openDoctor({ ...fakeDoctor(HEALTHY), saveDiagnosis });
  look();
  await screen.findByTestId("diagnosis");
  // What is typed now was not looked at.
  type(screen.getByTestId("doctor-variable"), "OTHER");
  fireEvent.click(screen.getByTestId("doctor-save"));
  await screen.findByText(/Report saved: ~\/Downloads\/studio-keys-DASHSCOPE_API_KEY\.md/);
  expect(saveDiagnosis).toHaveBeenCalledWith(expect.objectContaining({ variable: "DASHSCOPE_API_KEY" }));
});

test("a look that takes long can be stopped, and its answer is not shown then", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    let answer: (value: typeof HEALTHY) => void = () => undefined;
    await openDoctor({ diagnose: () => new Promise((resolve) => (answer = resolve)) });
    look();
    await vi.advanceTimersByTimeAsync(2500);
    await screen.findByText(/Still waiting for new shells and the service/);
    await press("Stop waiting");
    await screen.findByText("You stopped waiting. Nothing was changed.");
    answer(HEALTHY);
    await vi.advanceTimersByTimeAsync(100);
    expect(screen.queryByTestId("diagnosis")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("another question takes the old answer away; the same one leaves it", async () => {
  const answers: ((value: typeof HEALTHY) => void)[] = [];
  await openDoctor({ diagnose: () => new Promise((resolve) => answers.push(resolve)) });
  look();
  answers[0]?.(ILL);
  await screen.findByTestId("diagnosis");
  look();
  expect(screen.getByTestId("diagnosis").getAttribute("aria-busy")).toBe("true");
  answers[1]?.(HEALTHY);
  await screen.findByTestId("doctor-nothing");
  type(screen.getByTestId("doctor-variable"), "OPENAI_API_KEY");
  look();
  await waitFor(() => expect(screen.queryByTestId("diagnosis")).toBeNull());
});

test("in Chinese each finding has its words", async () => {
  await open({ app: appWith({}, "zh-CN") }, fakeDoctor(ILL));
  await press("诊断");
  fireEvent.click(await screen.findByTestId("doctor-look"));
  await screen.findByRole("heading", { name: "发现 15 个问题" });
  const shown = document.querySelector(".findings")?.textContent ?? "";
  expect(shown).toContain("以下范围没有设置：zsh 终端、桌面程序。");
  expect(shown).toContain("Claude Code 不会读取现在这样的设置文件");
  expect(shown).toContain("settings.json:3 处有注释：在你删除之前，Claude Code 无法读取这个文件。");
  expect(shown).toContain("/home/ann/.zshrc 第 12 行中的 DASHSCOPE_HTTP_BASE_URL");
});

test.each([
  ["en", "Doctor"],
  ["zh-CN", "诊断"],
] as const)("axe finds nothing on everything that can be found, in %s", async (language, name) => {
  document.title = "Studio Keys";
  await open({ app: appWith({}, language) }, fakeDoctor(ILL));
  await press(name);
  fireEvent.click(await screen.findByTestId("doctor-look"));
  await screen.findByTestId("diagnosis");
  const found = await axe.run(document.documentElement, {
    // Colours are not computed here.
    rules: { "color-contrast": { enabled: false } },
  });
  expect(found.passes.length).toBeGreaterThan(5);
  expect(found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
});
