// The model scope, the groups of addresses, and the services that name an address.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { KEYS, LIST } from "../src/dev/sample";
import { MODELS } from "../src/dev/sample-permission";
import { familiesOf, familyOf, searchModels } from "../src/permission/models/families";
import { endsEntry, splitEntries, withEntries } from "../src/permission/split";
import { sizeOf } from "../src/words/sizes";
import {
  appWith,
  dialog,
  editPermission,
  fireEvent,
  open,
  press,
  screen,
  type,
  waitFor,
  within,
} from "./window";

const LIMITED = "网站后台 · 生产环境";

test("text is parted into entries as the program parts it", () => {
  expect(splitEntries("a, b;c\td\n\n e 、f，g；h # rest\r\ni")).toEqual([..."abcdefghi"]);
  expect(splitEntries("1.1.1.1 - 1.1.1.9 2.2.2.2– 2.2.2.9")).toEqual(["1.1.1.1-1.1.1.9", "2.2.2.2–2.2.2.9"]);
  expect(["1.1.1.1 ", "1.1.1.1,", "1.1.1.1", "1.1.1.1 - ", " "].map(endsEntry)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(withEntries(["1.1.1.1"], "- 1.1.1.9 2.2.2.2")).toEqual([
    "1.1.1.1- 1.1.1.9".replace(" ", ""),
    "2.2.2.2",
  ]);
});

test("numbers of addresses can be read", () => {
  expect(sizeOf("1", "en")).toBe("1");
  expect(sizeOf("4294967296", "en")).toBe("4,294,967,296");
  expect(sizeOf(String(2n ** 80n), "en")).toBe("2⁸⁰");
  expect(sizeOf(String(2n ** 80n + 1n), "en")).toBe("≈ 1.2 × 10²⁴");
});

test("families and search", () => {
  const family = ["qwen3-max", "qwen2.5-vl-72b", "deepseek-r1", "text-embedding-v4", "qwq-plus"].map(
    familyOf,
  );
  expect(family).toEqual(["qwen", "qwen-vl", "deepseek", "text-embedding", "qwq"]);
  expect(familiesOf(MODELS).map(({ name, models }) => `${name} ${models.length}`)).toContain("qwen-vl 2");
  expect(searchModels(MODELS, "vl MAX").map(({ id }) => id)).toEqual(["qwen-vl-max"]);
});

test("a family is ticked at once; what cannot be called says why; what was chosen comes first", async () => {
  await open();
  await editPermission(LIMITED);
  const embedding = await screen.findByTestId("model-text-embedding-v4");
  const deepseek = screen.getByTestId("model-deepseek-v3.2");
  expect(embedding.compareDocumentPosition(deepseek)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  screen.getByText("The workspace was not given it");
  screen.getByText(/1,000,000 tokens of context · input 0\.8 per million tokens/);
  const all = (await screen.findByRole("checkbox", { name: "All of qwen" })) as HTMLInputElement;
  expect(all.indeterminate).toBe(true);
  fireEvent.click(all);
  await screen.findByText("6 of 10 chosen");
  type(screen.getByTestId("model-search"), "deepseek");
  await waitFor(() => expect(screen.queryByTestId("model-qwen-max")).toBeNull());
  fireEvent.click(screen.getByRole("checkbox", { name: "All of deepseek" }));
  await screen.findByText("8 of 10 chosen");
});

test("names that the service lists no more are said, and names can be typed", async () => {
  const keys = KEYS.map((key) =>
    key.apiKeyId === "1048" && key.permission.type === "custom"
      ? { ...key, permission: { ...key.permission, models: ["qwen-plus", "qwen-retired"] } }
      : key,
  );
  await open({ list: { ...LIST, keys } });
  await editPermission(LIMITED);
  const note = await screen.findByTestId("unlisted");
  expect(note.textContent).toContain("1 chosen model is no longer listed");
  expect(note.textContent).toContain("qwen-retired");
  await press("Remove them");
  await waitFor(() => expect(screen.queryByTestId("unlisted")).toBeNull());
  const name = screen.getByTestId("model-name");
  type(name, "qwen-next");
  fireEvent.keyDown(name, { key: "Enter" });
  await screen.findByText("qwen-next", { selector: ".chip-entry" });
});

test("without a list of models, names are typed", async () => {
  await open({}, { listModels: () => Promise.reject({ code: "tooManyRequests" }) });
  await editPermission(LIMITED);
  await screen.findByTestId("failure-tooManyRequests");
  await screen.findByText("qwen-vl-plus", { selector: ".chip-entry" });
});

test("a group is put into the list, and the key is saved with it", async () => {
  const core = fakeCore();
  const updatePermission = vi.fn(core.updatePermission);
  await open({}, { ...core, updatePermission });
  await editPermission();
  await press(/^Custom/, "radio");
  await press("From a group");
  await press(/^Office/, "menuitem");
  await screen.findByRole("button", { name: /^Edit 203\.0\.113\.64\/28/ });
  type(screen.getByTestId("allowlist-box"), "127.0.0.1,");
  const review = screen.getByTestId("permission-review");
  await waitFor(() => expect(review.hasAttribute("disabled")).toBe(false));
  fireEvent.click(review);
  const save = await screen.findByTestId("permission-save");
  await waitFor(() => expect(save.hasAttribute("disabled")).toBe(false));
  fireEvent.click(save);
  await screen.findByTestId("proof-allowed");
  expect(updatePermission.mock.calls[0]?.[0].groups).toEqual(["g1"]);
});

test("the list is kept as a group under a name that is free", async () => {
  const core = fakeCore();
  const saveAddressGroup = vi
    .fn(core.saveAddressGroup)
    .mockRejectedValueOnce({ code: "groupNameTaken", name: "Office" });
  await open({}, { ...core, saveAddressGroup });
  await editPermission(LIMITED);
  await screen.findByTestId("would-allow");
  await press("From a group");
  await press("Save this list as a group …", "menuitem");
  const name = await screen.findByTestId("group-name");
  type(name, "Office");
  await waitFor(() => expect(screen.getByTestId("group-save").hasAttribute("disabled")).toBe(false));
  fireEvent.submit(name.closest("form") as HTMLFormElement);
  await screen.findByText("There is a group “Office” already.");
  type(name, "Servers");
  fireEvent.submit(name.closest("form") as HTMLFormElement);
  await screen.findByText("Servers is saved.");
  expect(saveAddressGroup.mock.calls[1]?.[0]).toEqual({
    id: null,
    name: "Servers",
    addresses: "203.0.113.7\n203.0.113.64/28\n2001:db8::/48",
  });
  // The form of the key itself was not sent with it.
  expect(screen.queryByTestId("permission-save")).toBeNull();
});

test("changing a group offers its keys with what would change, and changes none by itself", async () => {
  const core = fakeCore();
  const updatePermission = vi.fn(core.updatePermission);
  await open({}, { ...core, updatePermission });
  await editPermission(LIMITED);
  await press("From a group");
  await press("Manage groups …", "menuitem");
  await press("Change Office");
  const form = (await screen.findByTestId("group-name")).closest("form") as HTMLFormElement;
  type(within(form).getByTestId("allowlist-box"), "127.0.0.1,");
  await waitFor(() => expect(screen.getByTestId("group-save").hasAttribute("disabled")).toBe(false));
  fireEvent.submit(form);
  const offer = await screen.findByTestId("offer-1048");
  await within(offer).findByText(/^\+\d addresses or blocks$/);
  expect(updatePermission).not.toHaveBeenCalled();
  await press("Update key", "button", offer);
  await screen.findByTestId("proof-allowed");
  expect(updatePermission).toHaveBeenCalledTimes(1);
});

test("a group is deleted after a question", async () => {
  await open();
  await editPermission(LIMITED);
  await press("From a group");
  await press("Manage groups …", "menuitem");
  await press("Delete 家");
  await screen.findByText("Delete the group “家”?");
  await press("Delete group");
  await waitFor(() => expect(screen.queryByTestId("group-g2")).toBeNull());
  expect((await dialog()).textContent).toBeTruthy();
});

test("the address services are changed, refused when they are none, and put back", async () => {
  const savePreferences = vi.fn(async () => {});
  await open({ app: appWith({}) }, { savePreferences });
  await press("Settings");
  type(await screen.findByTestId("echo-0"), "http://example.com");
  savePreferences.mockRejectedValueOnce({ code: "echoServiceInvalid", address: "http://example.com" });
  await press("Save");
  await screen.findByTestId("failure-echoServiceInvalid");
  await press("Back to the default");
  await waitFor(() => expect(savePreferences).toHaveBeenCalledTimes(2));
  expect(savePreferences).toHaveBeenLastCalledWith(
    expect.objectContaining({ echoServices: ["https://icanhazip.com/", "https://api64.ipify.org/"] }),
  );
  expect((screen.getByTestId("echo-0") as HTMLInputElement).value).toBe("https://icanhazip.com/");
});
