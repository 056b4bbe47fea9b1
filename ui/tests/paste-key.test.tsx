// Keeping a key that exists already: the field, what it is told to be, the consent before a host is asked, where it is
// kept, and that nothing of it stays behind.

import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { COMPANY, withAccounts } from "../src/dev/sample-cloud";
import type { AppView, PastedProblemView } from "../src/wire";
import { en } from "../src/words/en";
import { zh } from "../src/words/zh";
import {
  appWith,
  everything,
  fireEvent,
  noDialog,
  open,
  press,
  screen,
  type,
  waitFor,
  within,
} from "./window";

const OLD = "sk-0f3c9d1e7ab2458890aa61bc07de1234";
const PLAN = "sk-sp-0f3c9d1e7ab2458890aa61bc07de1234";
const HERE = "sk-ws-here0f3c9d1e7ab2458890aa61bc07de";
/** Ends as a key of the list in Beijing does. */
const LISTED = "sk-0f3c9d1e7ab2458890aa61bc07de77aa";
const BEIJING = `cn-beijing@${COMPANY.id}`;

function inCloud(place = BEIJING): AppView {
  const app = withAccounts([COMPANY]);
  return { ...app, preferences: { ...app.preferences, region: place } };
}

/** A core whose answers about pasted keys can be watched. */
function watched(replace: Partial<Core> = {}, app = inCloud()) {
  const fake = fakeCore({ app });
  return {
    recognizeKey: vi.fn(fake.recognizeKey),
    askHosts: vi.fn(fake.askHosts),
    keepPasted: vi.fn(fake.keepPasted),
    forgetPasted: vi.fn(fake.forgetPasted),
    // The lists in which it keeps them.
    seenKeys: fake.seenKeys,
    ...replace,
  };
}

async function openDialog(core: Partial<Core> = watched(), app = inCloud()): Promise<HTMLElement> {
  await open({ app }, core);
  fireEvent.click(await screen.findByTestId("paste"));
  return screen.findByTestId("paste-dialog");
}

async function paste(value: string): Promise<void> {
  type(await screen.findByTestId("paste-value"), value);
  fireEvent.click(screen.getByTestId("paste-look"));
}

const keep = async () => fireEvent.click(await screen.findByTestId("paste-keep"));

test("a key is told by its shape, and its value leaves the page", async () => {
  const core = watched();
  await openDialog(core);
  await paste(OLD);
  const kind = await screen.findByTestId("paste-kind");
  expect(kind.textContent).toContain("Keys of other vendors look the same");
  expect(core.recognizeKey).toHaveBeenCalledWith(OLD);
  expect(everything()).not.toContain(OLD);
  expect(core.askHosts).not.toHaveBeenCalled();
});

test("several lines are refused with a sentence, and nothing is put in", async () => {
  await openDialog();
  const field = await screen.findByTestId<HTMLInputElement>("paste-value");
  const went = fireEvent.paste(field, { clipboardData: { getData: () => `NAME=x\n${OLD}` } });
  expect(went).toBe(false);
  await screen.findByText(/more than one line, and nothing was put in/);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  // A line end after the key is what copying a line brings along.
  expect(fireEvent.paste(field, { clipboardData: { getData: () => `${OLD}\n` } })).toBe(true);
  await waitFor(() => expect(screen.queryByText(/more than one line/)).toBeNull());
});

test("the eye shows what was pasted until the window is left; the text stays", async () => {
  await openDialog();
  const field = await screen.findByTestId<HTMLInputElement>("paste-value");
  expect(field.type).toBe("password");
  type(field, OLD);
  await press("Show what was pasted");
  await waitFor(() => expect(field.type).toBe("text"));
  expect(field.value).toBe(OLD);
  fireEvent.blur(window);
  await waitFor(() => expect(field.type).toBe("password"));
  expect(field.value).toBe(OLD);
});

test("Enter that ends a composition sends nothing", async () => {
  const core = watched();
  await openDialog(core);
  const field = await screen.findByTestId<HTMLInputElement>("paste-value");
  const enter = (init: object) =>
    fireEvent.keyDown(field, { key: "Enter", bubbles: true, cancelable: true, ...init });
  expect(enter({ isComposing: true })).toBe(false);
  expect(enter({ keyCode: 229 })).toBe(false);
  expect(enter({})).toBe(true);
  expect(core.recognizeKey).not.toHaveBeenCalled();
});

const PROBLEMS: PastedProblemView[] = [
  "empty",
  "masked",
  "whiteSpace",
  "placeholder",
  "accessKey",
  "temporary",
  "shape",
  "length",
];

test.each(PROBLEMS)("what is no key is said below the field: %s", async (problem) => {
  const recognizeKey = () => Promise.reject({ code: "pastedInvalid", problem });
  await openDialog({ recognizeKey });
  await paste("anything");
  const { why, next } = en.failures.pastedInvalid({ code: "pastedInvalid", problem });
  await screen.findByText(`${why} ${next}`);
  expect(screen.getByTestId("paste-value")).toBe(document.activeElement);
  expect(zh.failures.pastedInvalid({ code: "pastedInvalid", problem }).why).not.toBe(why);
});

test("the hosts are named before, asked once after the press that agrees, and each says what it says", async () => {
  const core = watched();
  await openDialog(core);
  await paste(OLD);
  const asking = await screen.findByTestId("ask-hosts");
  for (const host of ["dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com", "dashscope-us.aliyuncs.com"])
    expect(within(asking).getByText(host)).toBeTruthy();
  expect(asking.textContent).toContain("sent once to each of the 4 hosts below");
  expect(core.askHosts).not.toHaveBeenCalled();
  type(within(asking).getByTestId("workspace-ap-northeast-1"), " llm-tokyo1 ");
  await press("Agree and ask 5 hosts");
  await within(asking).findByText(/Accepted here · 128 models/);
  expect(core.askHosts).toHaveBeenCalledTimes(1);
  expect(core.askHosts).toHaveBeenCalledWith({
    id: "p1",
    workspaces: [{ region: "ap-northeast-1", workspaceId: "llm-tokyo1" }],
  });
  expect(within(asking).getAllByText("Not accepted")).toHaveLength(4);
  expect(within(asking).getByText("217 ms")).toBeTruthy();
  expect(asking.textContent).toContain("no proof that every model may be called");
  expect(screen.getByTestId<HTMLSelectElement>("paste-place").value).toBe(`ap-southeast-1@${COMPANY.id}`);
});

test("a host that cannot be reached, and one that knows the key but not this address, say so", async () => {
  const answer = { plan: "payAsYouGo" as const, models: null, millis: 30 };
  const askHosts: Core["askHosts"] = async () => [
    {
      ...answer,
      region: "cn-beijing",
      origin: "https://a.test",
      failure: { code: "unreachable", host: "a.test" },
    },
    {
      ...answer,
      region: "cn-hongkong",
      origin: "https://b.test",
      failure: { code: "addressNotAllowed", platformCode: "Access.IpDenied" },
    },
  ];
  await openDialog(watched({ askHosts }));
  await paste(OLD);
  fireEvent.click(await screen.findByTestId("ask-submit"));
  const asking = await screen.findByTestId("ask-hosts");
  await within(asking).findByText("No answer");
  expect(asking.textContent).toContain("not in the key's IP allowlist");
  expect(asking.textContent).toContain("No host accepted it.");
  // It is a key of that region all the same.
  expect(screen.getByTestId<HTMLSelectElement>("paste-place").value).toBe(`cn-hongkong@${COMPANY.id}`);
});

test("it is kept where the host knew it, and what can be done next is offered", async () => {
  const core = watched();
  await openDialog(core);
  await paste(OLD);
  fireEvent.click(await screen.findByTestId("ask-submit"));
  await screen.findByText(/Accepted here/);
  type(screen.getByTestId("paste-description"), "  翻译服务 ");
  await keep();
  const note = await screen.findByTestId("paste-kept");
  expect(core.keepPasted).toHaveBeenCalledWith({
    id: "p1",
    region: `ap-southeast-1@${COMPANY.id}`,
    origin: "https://dashscope-intl.aliyuncs.com",
    description: "翻译服务",
    apiKeyId: null,
    plan: "payAsYouGo",
  });
  expect(note.textContent).toContain("among pasted keys");
  await press("Show it in Singapore");
  await noDialog();
  await screen.findByRole("button", { name: "Details of 翻译服务" });
  expect(screen.getByTestId("unlisted").textContent).toContain("翻译服务");
  expect(core.forgetPasted).not.toHaveBeenCalled();
});

test("a key of a plan goes with its plan's hosts alone", async () => {
  const core = watched();
  await openDialog(core);
  await paste(PLAN);
  const asking = await screen.findByTestId("ask-hosts");
  expect(screen.getByTestId("paste-kind").textContent).toContain("hosts of its plan alone");
  expect(asking.textContent).toContain("each of the 3 hosts");
  expect(asking.textContent).not.toContain("dashscope-us");
  expect(within(asking).queryByRole("textbox")).toBeNull();
  fireEvent.click(await screen.findByLabelText(/token-plan\.cn-beijing/));
  await keep();
  await screen.findByTestId("paste-kept");
  expect(core.keepPasted).toHaveBeenCalledWith(
    expect.objectContaining({
      region: BEIJING,
      origin: "https://token-plan.cn-beijing.maas.aliyuncs.com",
      plan: "token",
    }),
  );
});

test("a key of a list is kept as that entry, or as a key of its own", async () => {
  const core = watched();
  await openDialog(core);
  await paste(LISTED);
  const match = await screen.findByLabelText(/“first key, 2023” in China \(Beijing\)/);
  expect((match as HTMLInputElement).checked).toBe(true);
  expect(screen.queryByTestId("ask-hosts")).toBeNull();
  fireEvent.click(screen.getByLabelText(/None of these/));
  await screen.findByTestId("ask-hosts");
  fireEvent.click(screen.getByLabelText(/“first key, 2023”/));
  await keep();
  expect((await screen.findByTestId("paste-kept")).textContent).toContain(
    "It is “first key, 2023” in the list.",
  );
  expect(core.keepPasted).toHaveBeenCalledWith(
    expect.objectContaining({ region: BEIJING, apiKeyId: "20403", origin: null }),
  );
});

test("a key of This computer asks nobody and is kept here", async () => {
  const core = watched();
  await openDialog(core);
  await paste(HERE);
  expect((await screen.findByTestId("paste-kind")).textContent).toContain("works here alone");
  expect(screen.queryByTestId("ask-hosts")).toBeNull();
  await keep();
  await screen.findByTestId("paste-kept");
  expect(core.keepPasted).toHaveBeenCalledWith(expect.objectContaining({ region: "this-computer" }));
});

test("what is not kept is forgotten: on closing, and before another one", async () => {
  const core = watched();
  const dialog = await openDialog(core);
  await paste(OLD);
  fireEvent.click(await screen.findByTestId("paste-another"));
  expect(core.forgetPasted).toHaveBeenCalledWith("p1");
  await paste(PLAN);
  await screen.findByTestId("ask-hosts");
  fireEvent.keyDown(dialog, { key: "Escape" });
  await noDialog();
  expect(core.forgetPasted).toHaveBeenLastCalledWith("p2");
  expect(core.forgetPasted).toHaveBeenCalledTimes(2);
});

test("one that was held too long is pasted again", async () => {
  await openDialog(watched({ keepPasted: () => Promise.reject({ code: "pastedGone" }) }));
  await paste(OLD);
  await keep();
  await screen.findByTestId("failure-pastedGone");
  await press("Paste it again …");
  expect(await screen.findByTestId("paste-value")).toBe(document.activeElement);
});

test("without an account it is kept in the bare region, and set as a variable from there", async () => {
  const app = appWith({});
  app.preferences.region = "cn-beijing";
  const core = watched({}, app);
  await openDialog(core, app);
  await paste(OLD);
  await keep();
  const next = await screen.findByText("Set as DASHSCOPE_API_KEY");
  expect(core.keepPasted).toHaveBeenCalledWith(
    expect.objectContaining({ region: "cn-beijing", origin: "https://dashscope.aliyuncs.com" }),
  );
  fireEvent.click(next);
  await screen.findByTestId("variable-dialog");
});

test("removing from this computer says that nothing changes at the service", async () => {
  const removeKept = vi.fn(fakeCore({ app: inCloud() }).removeKept);
  await open({ app: inCloud() }, { removeKept });
  await press("Actions for from the old notebook");
  await press("Remove from this computer …", "menuitem");
  expect((await screen.findByTestId("forget-dialog")).textContent).toContain(
    "At the service nothing changes",
  );
  fireEvent.click(screen.getByTestId("forget-submit"));
  await waitFor(() => expect(removeKept).toHaveBeenCalledWith({ region: BEIJING, apiKeyId: "pasted-90" }));
});

const PAGES: Record<string, () => Promise<unknown>> = {
  field: async () => {
    await paste("sk-…1234");
    await screen.findByRole("alert");
  },
  hosts: async () => {
    await paste(OLD);
    fireEvent.click(await screen.findByTestId("ask-submit"));
    await screen.findByText(zh.paste.accepted(128));
  },
  match: () => paste(LISTED).then(() => screen.findAllByRole("radio")),
  plan: () => paste(PLAN).then(() => screen.findByTestId("ask-hosts")),
  kept: async () => {
    await paste(OLD);
    await keep();
    await screen.findByTestId("paste-kept");
  },
};

test.each(Object.keys(PAGES))("axe finds nothing in Chinese on: %s", async (name) => {
  document.title = "Studio Keys";
  const app = inCloud();
  app.preferences = { ...app.preferences, language: "zh-CN" };
  await openDialog(watched({}, app), app);
  await PAGES[name]?.();
  const found = await axe.run(document.documentElement, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const said = screen.getByTestId("paste-dialog").textContent ?? "";
  // A word that was forgotten reads English.
  const names =
    /first key|Default workspace|DASHSCOPE_API_KEY|API Key|(Coding|Token) Plan|[\w.:/-]+\.com|sk-\S+/g;
  expect(said.replace(names, "")).not.toMatch(/[A-Za-z]{4,}/);
});
