// Accounts: adding, changing, checking and removing one, and that its secret stays nowhere in the window.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { COMPANY, EVALUATION, withAccounts } from "../src/dev/sample-cloud";
import type { AccountView, AddAccountRequest, Failure } from "../src/wire";
import {
  appWith,
  dialog,
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

const SECRET = "s3cretOfTheAccessKeyThatNobodySees";

async function openSettings(accounts: AccountView[] = [], replace: Parameters<typeof open>[1] = {}) {
  const core = await open({ app: withAccounts(accounts) }, replace);
  await press("Settings");
  await screen.findByTestId("accounts");
  return core;
}

async function fillIn(id = "LTAI5tTypedByHand00001"): Promise<void> {
  type(await screen.findByTestId("access-key-id"), id);
  type(screen.getByTestId("access-key-secret"), SECRET);
}

test("an account is added, says who it is, and its secret is nowhere in the window", async () => {
  const addAccount = vi.fn(fakeCore().addAccount);
  await openSettings([], { addAccount });
  await press("Add account …");
  const asked = await dialog();
  expect(asked.textContent).toContain("The secret goes to this computer's keyring at once");
  await press("China site aliyun.com", "radio", asked);
  await fillIn();
  type(screen.getByTestId("account-name"), "公司");
  fireEvent.click(screen.getByTestId("account-submit"));
  expect((await screen.findByTestId("identity")).textContent).toContain("Main account 1087234561239876");
  expect(screen.getByTestId("identity").textContent).toContain("every key of every workspace");
  expect(everything()).not.toContain(SECRET);
  expect(addAccount).toHaveBeenCalledWith<[AddAccountRequest]>({
    name: "公司",
    site: "china",
    credentials: {
      kind: "typed",
      accessKeyId: "LTAI5tTypedByHand00001",
      accessKeySecret: SECRET,
      securityToken: null,
    },
    stsEndpoint: null,
    caFile: null,
    endpoints: [],
  });
  await press("Done");
  await noDialog();
});

test("a RAM user is told what it will not see, with the policy that suffices", async () => {
  const copyText = vi.fn(async () => {});
  await openSettings([], { addAccount: async () => EVALUATION, copyText });
  await press("Add account …");
  await fillIn();
  fireEvent.click(screen.getByTestId("account-submit"));
  const saved = await screen.findByTestId("account-saved");
  expect(saved.textContent).toContain("RAM user lin of account 1900112233445566");
  expect(saved.textContent).toContain("Keys of others may be missing from the lists.");
  await within(saved).findByText(/modelstudio:CreateApiKey/);
  fireEvent.click(within(saved).getByRole("radio", { name: /Look only/ }));
  fireEvent.click(await within(saved).findByTestId("copy-policy"));
  await waitFor(() => expect(copyText).toHaveBeenCalledTimes(1));
  expect(copyText).toHaveBeenCalledWith(expect.stringContaining("modelstudio:ListApiKeys"));
  expect(copyText).toHaveBeenCalledWith(expect.not.stringContaining("CreateApiKey"));
});

test("credentials on this computer are looked for on a press only, and used when chosen", async () => {
  const findCredentials = vi.fn(fakeCore().findCredentials);
  const addAccount = vi.fn(fakeCore().addAccount);
  await openSettings([], { findCredentials, addAccount });
  await press("Add account …");
  expect(findCredentials).not.toHaveBeenCalled();
  await press("Look on this computer");
  const refused = await screen.findByRole("radio", { name: /“work”.*RamRoleArn/ });
  expect((refused as HTMLInputElement).disabled).toBe(true);
  await press(/“default”/, "radio");
  expect(screen.queryByTestId("access-key-secret")).toBeNull();
  fireEvent.click(screen.getByTestId("account-submit"));
  await screen.findByTestId("account-saved");
  expect(addAccount).toHaveBeenCalledWith(
    expect.objectContaining({ credentials: { kind: "found", id: "cli:default" } }),
  );
});

test.each<[string, Failure, string | null]>([
  ["the secret", { code: "accessKeySecretWrong", requestId: "R-1" }, "access-key-secret"],
  ["the id", { code: "credentialsInvalid", problem: "swapped" }, "access-key-id"],
  ["the token", { code: "credentialsInvalid", problem: "tokenMissing" }, "security-token"],
  ["the name", { code: "accountNameTaken", name: "Company" }, "account-name"],
  ["no field", { code: "clockWrong", requestId: "R-1" }, null],
])("a refusal about %s is said there, and what was typed stays", async (_, failure, field) => {
  await openSettings([], { addAccount: () => Promise.reject(failure) });
  await press("Add account …");
  await fillIn();
  fireEvent.click(screen.getByTestId("account-submit"));
  if (field) {
    await waitFor(() => expect(screen.getByTestId(field).getAttribute("aria-invalid")).toBe("true"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(field)));
  } else await screen.findByTestId(`failure-${failure.code}`);
  expect((screen.getByTestId("access-key-secret") as HTMLInputElement).value).toBe(SECRET);
});

test("own addresses are typed for each region, and shown with the account", async () => {
  const editAccount = vi.fn(fakeCore({ app: withAccounts([COMPANY]) }).editAccount);
  await openSettings([COMPANY], { editAccount });
  await press("Edit Company");
  type(await screen.findByTestId("control-eu-central-1"), " https://studio.internal ");
  type(screen.getByTestId("data-eu-central-1"), "https://models.internal");
  type(screen.getByTestId("control-us-east-1"), "https://gone.internal");
  type(screen.getByTestId("control-us-east-1"), "");
  type(screen.getByTestId("ca-file"), "/etc/ssl/company.pem");
  fireEvent.click(screen.getByTestId("account-submit"));
  await screen.findByTestId("account-saved");
  expect(editAccount).toHaveBeenCalledWith({
    id: COMPANY.id,
    name: "Company",
    credentials: null,
    stsEndpoint: null,
    caFile: "/etc/ssl/company.pem",
    endpoints: [
      { region: "eu-central-1", control: "https://studio.internal", data: "https://models.internal" },
    ],
  });
});

test("an account's own addresses stand beside it", async () => {
  const endpoints = [{ region: "cn-beijing", control: "https://studio.internal", data: null }];
  await openSettings([{ ...COMPANY, endpoints }]);
  const row = screen.getByTestId(`account-${COMPANY.id}`);
  expect(row.textContent).toContain("China (Beijing): address for managing keys");
  expect(row.textContent).toContain("https://studio.internal");
});

test("an account is checked again, and a refusal stays beside it", async () => {
  const checkAccount = vi
    .fn(fakeCore({ app: withAccounts([COMPANY]) }).checkAccount)
    .mockRejectedValueOnce({ code: "credentialsExpired", requestId: "R-1" });
  await openSettings([COMPANY], { checkAccount });
  await press("Check Company again");
  await screen.findByTestId("failure-credentialsExpired");
  await press("Check Company again");
  await screen.findByText("Company answers · 118 ms");
  expect(screen.queryByTestId("failure-credentialsExpired")).toBeNull();
});

test("removing says first what it means, and the regions have no account afterwards", async () => {
  await openSettings([COMPANY]);
  await press("Remove Company");
  const asked = await dialog();
  expect(asked.textContent).toContain("At Alibaba Cloud nothing changes");
  expect(document.activeElement?.textContent).toBe("Cancel");
  fireEvent.click(screen.getByTestId("remove-account-submit"));
  await screen.findByText(/Company is removed/);
  await waitFor(() => expect(screen.queryByTestId(`account-${COMPANY.id}`)).toBeNull());
  await press(/^Region/);
  expect((await screen.findByTestId("region-cn-beijing")).textContent).toContain("No account set up");
});

test("the rail offers a choice of accounts only when there are two", async () => {
  await openSettings([COMPANY]);
  expect(screen.queryByTestId("account")).toBeNull();
});

test("another account brings its own places, and the same region stays", async () => {
  const savePreferences = vi.fn();
  const app = withAccounts([COMPANY, EVALUATION]);
  const behind = fakeCore({
    app: { ...app, preferences: { ...app.preferences, region: `cn-beijing@${COMPANY.id}` } },
  });
  await open(
    {},
    {
      ...behind,
      savePreferences: async (preferences) => {
        savePreferences(preferences);
        await behind.savePreferences(preferences);
      },
    },
  );
  await screen.findByText("nightly evaluation");
  await press("Account: Company. Switch account");
  await press(/Evaluation/, "menuitemradio");
  await screen.findByRole("button", { name: "Account: Evaluation. Switch account" });
  expect(savePreferences).toHaveBeenLastCalledWith(
    expect.objectContaining({ account: EVALUATION.id, region: `cn-beijing@${EVALUATION.id}` }),
  );
  screen.getByRole("button", { name: "Region: China (Beijing). Switch region" });
  expect(screen.queryByText("nightly evaluation")).toBeNull();
});

test("a region without an account leads to one, and then to its keys", async () => {
  await open({ app: appWith({ preferences: { ...withAccounts([]).preferences } }) });
  await press(/^Region/);
  await press(/China \(Beijing\)/, "menuitemradio");
  await screen.findByText(/create and limit them, replace them/);
  await press("Add account …");
  await fillIn();
  fireEvent.click(screen.getByTestId("account-submit"));
  await screen.findByTestId("account-saved");
  await press("Show its keys");
  await screen.findByRole("heading", { name: "Keys" });
  expect(screen.queryByText("No account set up")).toBeNull();
});

test("Enter that ends a composition does not send the account", async () => {
  const addAccount = vi.fn();
  await openSettings([], { addAccount });
  await press("Add account …");
  const name = await screen.findByTestId("account-name");
  fireEvent.keyDown(name, { key: "Enter", isComposing: true });
  fireEvent.keyDown(name, { key: "Enter", keyCode: 229 });
  expect(addAccount).not.toHaveBeenCalled();
});
