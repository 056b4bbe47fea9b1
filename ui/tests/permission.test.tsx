// The allowlist in the editor: chips, what is said about them, and the steps back.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { MY_ADDRESSES } from "../src/dev/sample-permission";
import { editPermission, fireEvent, open, press, screen, type, waitFor, within } from "./window";

const LIMITED = "网站后台 · 生产环境";

const chips = () =>
  screen
    .queryAllByRole("button", { name: /^Edit \S+/ })
    .map((chip) => chip.querySelector(".chip-entry")?.textContent);
const box = () => screen.findByTestId("allowlist-box") as Promise<HTMLInputElement>;
const said = () => screen.getByTestId("state-line").textContent;

/** The editor of an unlimited key, turned to Custom, with these entries. */
async function custom(text = ""): Promise<void> {
  await open();
  await editPermission();
  await press(/^Custom/, "radio");
  if (text) type(await box(), text);
}

test("comma, space, Enter and leaving the box make chips, each with its size in words", async () => {
  await custom();
  expect(said()).toContain("Nobody can use this key yet");
  const field = await box();
  type(field, "203.0.113.7,");
  expect(field.value).toBe("");
  type(field, "198.51.100.0/24 ");
  field.value = "192.0.2.1";
  fireEvent.input(field);
  fireEvent.keyDown(field, { key: "Enter" });
  type(field, "192.0.2.9");
  fireEvent.blur(field);
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7", "198.51.100.0/24", "192.0.2.1", "192.0.2.9"]));
  await screen.findByText("256 addresses");
  await waitFor(() => expect(screen.getAllByText("1 address")).toHaveLength(3));
  await waitFor(() => expect(said()).toContain("Only 259 addresses can use this key."));
  expect(screen.getByTestId("entry-count").textContent).toContain("4/20");
});

test("many lines are pasted at once, with comments, commas and ranges with spaces", async () => {
  await custom();
  fireEvent.paste(await box(), {
    clipboardData: { getData: () => "# office\n203.0.113.7, 203.0.113.8\r\n192.0.2.1 - 192.0.2.9\n" },
  });
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7", "203.0.113.8", "192.0.2.1-192.0.2.9"]));
});

test("ten thousand pasted lines do not stop the window", async () => {
  const fake = fakeCore();
  await open(
    {},
    {
      explainAllowlist: async ({ region, text }) => {
        const lines = text.split("\n");
        const few = await fake.explainAllowlist({ region, text: lines.slice(0, 5).join("\n") });
        return { ...few, used: lines.length, sendable: false };
      },
    },
  );
  await editPermission();
  await press(/^Custom/, "radio");
  const lines = Array.from({ length: 10_000 }, (_, at) => `198.51.${Math.floor(at / 250)}.${at % 250}`);
  fireEvent.paste(await box(), { clipboardData: { getData: () => lines.join("\n") } });
  await screen.findByText("and 9940 more");
  expect(chips()).toHaveLength(60);
  await screen.findByText(/^The service takes 20 entries, and these are 10000\./);
  expect(screen.getByTestId("permission-review").hasAttribute("disabled")).toBe(true);
  await press("Remove all");
  await waitFor(() => expect(chips()).toHaveLength(0));
});

test("Backspace in the empty box takes the last chip back into it", async () => {
  await custom("203.0.113.7,203.0.113.8,");
  const field = await box();
  fireEvent.keyDown(field, { key: "Backspace" });
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7"]));
  expect(field.value).toBe("203.0.113.8");
  fireEvent.keyDown(field, { key: "Backspace" });
  expect(chips()).toEqual(["203.0.113.7"]);
});

test("an input method is left alone until it ends", async () => {
  await custom();
  const field = await box();
  field.value = "１92.0.2.1 ";
  fireEvent(field, new InputEvent("input", { bubbles: true, isComposing: true }));
  fireEvent.keyDown(field, { key: "Enter", isComposing: true });
  fireEvent.keyDown(field, { key: "Enter", keyCode: 229 });
  expect(chips()).toEqual([]);
  expect(field.value).toBe("１92.0.2.1 ");
  field.value = "192.0.2.1";
  fireEvent.compositionEnd(field);
  fireEvent.keyDown(field, { key: "Enter" });
  await waitFor(() => expect(chips()).toEqual(["192.0.2.1"]));
});

test("a chip is changed in its place, and left as it was with Escape", async () => {
  await custom("203.0.113.7,203.0.113.8,");
  await press(/^Edit 203\.0\.113\.7/);
  const input = await screen.findByRole("textbox", { name: "Change this entry" });
  fireEvent.keyDown(input, { key: "Escape" });
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7", "203.0.113.8"]));
  await screen.findByTestId("permission-dialog");
  await press(/^Edit 203\.0\.113\.7/);
  const again = (await screen.findByRole("textbox", { name: "Change this entry" })) as HTMLInputElement;
  again.value = "198.51.100.1 198.51.100.2";
  fireEvent.keyDown(again, { key: "Enter" });
  await waitFor(() => expect(chips()).toEqual(["198.51.100.1", "198.51.100.2", "203.0.113.8"]));
});

test("steps are taken back one by one, with the button and with Control+Z", async () => {
  await custom("203.0.113.7,");
  const field = await box();
  type(field, "203.0.113.8,");
  await waitFor(() => expect(chips()).toHaveLength(2));
  await press(/^Remove 203\.0\.113\.7/);
  await waitFor(() => expect(chips()).toEqual(["203.0.113.8"]));
  fireEvent.keyDown(field, { key: "z", ctrlKey: true });
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7", "203.0.113.8"]));
  fireEvent.click(screen.getByTestId("undo-step"));
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7"]));
  // With letters in the box, the keys are the browser's.
  type(field, "203");
  const undo = new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, cancelable: true });
  field.dispatchEvent(undo);
  expect(undo.defaultPrevented).toBe(false);
  expect(chips()).toEqual(["203.0.113.7"]);
});

test("host bits are asked about, and either answer is taken", async () => {
  await custom("203.0.113.7/24,");
  const question = within(await screen.findByTestId("host-bits"));
  question.getByText("This could mean the block 203.0.113.0/24 or only 203.0.113.7.");
  expect(screen.getByTestId("permission-review").hasAttribute("disabled")).toBe(true);
  fireEvent.click(question.getByRole("button", { name: "The block 203.0.113.0/24 (256 addresses)" }));
  await waitFor(() => expect(chips()).toEqual(["203.0.113.0/24"]));
  expect(document.activeElement).toBe(await box());
  fireEvent.click(screen.getByTestId("undo-step"));
  await press("Only 203.0.113.7");
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7"]));
});

test("each problem has its own sentence, and all can be removed at once", async () => {
  await custom("1.2.3 1.2.3.256 1.2.3.4/33 example.com sk-ws-3f2Qm8vT0bYx 203.0.113.7 ");
  await screen.findByText(/An IPv4 address has four numbers; here are 3\./);
  screen.getByText(/Number 4 is 256; the largest is 255\./);
  screen.getByText(/The number after the slash is 33; the largest is 32\./);
  screen.getByText(/This is a name\./);
  screen.getByText(/looks like an API key/);
  expect(document.body.innerHTML).not.toContain("sk-ws-3f2Qm8vT0bYx");
  expect(screen.getByTestId("obstacle").textContent).toBe(
    "Some entries have to be decided or removed first.",
  );
  await press("Remove 5 unreadable entries");
  await waitFor(() => expect(chips()).toEqual(["203.0.113.7"]));
  await waitFor(() => expect(screen.queryByTestId("obstacle")).toBeNull());
});

test("entries that are there for nothing are removed in one go, and neighbours are merged on request", async () => {
  await custom("203.0.113.0/25,203.0.113.9,203.0.113.0/25,203.0.113.128/25,");
  await screen.findByText(/1 entry is within another one\./);
  screen.getByText(/1 entry is there twice\./);
  fireEvent.click(screen.getByTestId("remove-spare"));
  await waitFor(() => expect(chips()).toEqual(["203.0.113.0/25", "203.0.113.128/25"]));
  await screen.findByText("These 2 entries say the same as 1 entry.");
  fireEvent.click(screen.getByTestId("merge"));
  await waitFor(() => expect(chips()).toEqual(["203.0.113.0/24"]));
});

test("everybody is said in words", async () => {
  await custom();
  await press("Let anyone in");
  await waitFor(() => expect(chips()).toEqual(["Anyone with IPv4", "Anyone with IPv6"]));
  await waitFor(() => expect(said()).toContain("Any IP can use this key."));
});

test("an address is tried while it is typed, and the deciding entry is named", async () => {
  await custom("203.0.113.0/24,198.51.100.7,");
  const tester = await screen.findByTestId("would-allow");
  const answer = () => screen.getByTestId("would-allow-answer").textContent;
  type(tester, "203.0.113.70");
  await waitFor(() => expect(answer()).toBe("Yes, by 203.0.113.0/24."));
  type(tester, "192.0.2.1");
  await waitFor(() => expect(answer()).toBe("No, it would be refused."));
  type(tester, "192.0.2");
  await waitFor(() => expect(answer()).toContain("four numbers"));
});

test("an answer to what was typed before is dropped", async () => {
  const fake = fakeCore();
  let late = () => {};
  await open(
    {},
    {
      explainAllowlist: (request) =>
        request.text.includes("203.0.113.9")
          ? fake.explainAllowlist(request)
          : new Promise((resolve) => {
              late = () => void fake.explainAllowlist(request).then(resolve);
            }),
    },
  );
  await editPermission();
  await press(/^Custom/, "radio");
  const field = await box();
  type(field, "203.0.113.0/24,");
  await new Promise((resolve) => setTimeout(resolve, 120));
  type(field, "203.0.113.9,");
  await screen.findByTestId("chip-spare");
  late();
  await new Promise((resolve) => setTimeout(resolve, 50));
  screen.getByTestId("chip-spare");
});

test("the picture is there as text", async () => {
  await open();
  await editPermission(LIMITED);
  await screen.findByRole("img", { name: "All of IPv4, with 2 parts let in" });
  screen.getByRole("img", { name: /^A closer look: .*203\.0\.113\.7 at \d+ %/ });
});

test("own addresses are asked for on a click only, with source, warnings and failures", async () => {
  const myAddresses = vi.fn(async () => MY_ADDRESSES);
  await open({}, { myAddresses });
  await editPermission(LIMITED);
  expect(myAddresses).not.toHaveBeenCalled();
  await press("Add my address");
  const found = within(await screen.findByTestId("found-mine"));
  expect(myAddresses).toHaveBeenCalledWith("this-computer");
  found.getByText(/icanhazip\.com, at .*2026.* /, { selector: "li:first-child .quiet:last-child" });
  found.getByText("no connection");
  found.getByText(/see different IPv4 addresses: 203\.0\.113\.7, 203\.0\.113\.9/);
  found.getByText(/change, some of them daily/);
  found.getByText("already in the list");
  fireEvent.click(found.getByRole("button", { name: "Add 203.0.113.9" }));
  await waitFor(() => expect(chips()).toContain("203.0.113.9"));
});
