// A key in a form of another program: what carries it in plain text says so before it is copied or saved.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { fireEvent, noDialog, open, press, screen, waitFor, within } from "./window";

const KEY = "Claude Code on this notebook";
const REF = { region: "this-computer", apiKeyId: "1049" };
const ORIGIN = "http://127.0.0.1:21456";

async function openExport(replace: Parameters<typeof fakeCore>[1] = {}): Promise<HTMLElement> {
  await open({}, replace);
  await press(`Actions for ${KEY}`);
  await press("Export …", "menuitem");
  return screen.findByTestId("export-dialog");
}

test("what is offered first holds no key, and each form says whether it does", async () => {
  const asked = await openExport();
  const first = within(asked).getByRole("radio", { name: /^Postman environment, without the key/ });
  expect((first as HTMLInputElement).checked).toBe(true);
  expect(screen.queryByTestId("export-plaintext")).toBeNull();
  for (const [form, plain] of [
    [/^Postman environment, with the key/, true],
    [/^\.env file/, true],
    [/^curl command/, false],
  ] as const) {
    await press(form, "radio", asked);
    await waitFor(() => expect(screen.queryByTestId("export-plaintext") !== null).toBe(plain));
  }
});

test("saving says where, and that it is plain text; another choice begins anew", async () => {
  const exportKey = vi.fn(fakeCore().exportKey);
  const asked = await openExport({ exportKey });
  await press(/^\.env file/, "radio", asked);
  fireEvent.click(screen.getByTestId("export-save"));
  const saved = await screen.findByTestId("export-saved");
  expect(saved.textContent).toContain("Saved as ~/Downloads/studio-keys-1049-dotEnv");
  expect(saved.textContent).toContain("It holds the key in plain text.");
  expect(exportKey.mock.calls).toEqual([[{ key: REF, origin: ORIGIN, form: "dotEnv" }]]);
  await press(/^curl command/, "radio", asked);
  expect(screen.queryByTestId("export-saved")).toBeNull();
  fireEvent.click(screen.getByTestId("export-save"));
  const curl = await screen.findByTestId("export-saved");
  expect(curl.textContent).not.toContain("plain text");
  await press("Done", "button", asked);
  await noDialog();
});

test("copying goes through the program and says when the clipboard is cleared", async () => {
  const copyExport = vi.fn(fakeCore().copyExport);
  const asked = await openExport({ copyExport });
  await press(/^Postman environment, with the key/, "radio", asked);
  fireEvent.click(screen.getByTestId("export-copy"));
  await screen.findByText("Copied. The clipboard will be cleared in 60 seconds.");
  expect(copyExport.mock.calls).toEqual([[{ key: REF, origin: ORIGIN, form: "postmanWithKey" }]]);
});

test("a failure stays in the dialog until something else is chosen", async () => {
  const asked = await openExport({
    exportKey: () => Promise.reject({ code: "diskFull", path: "~/Downloads" }),
  });
  fireEvent.click(screen.getByTestId("export-save"));
  await screen.findByTestId("failure-diskFull");
  await press(/^curl command/, "radio", asked);
  await waitFor(() => expect(screen.queryByTestId("failure-diskFull")).toBeNull());
});

test("the panel leads there too, and a key whose value is not here does not", async () => {
  await open();
  await press(`Details of ${KEY}`);
  await press("Export …");
  await screen.findByTestId("export-dialog");
  await press("Cancel");
  await noDialog();
  await press("Actions for old desktop");
  await screen.findByRole("menuitem", { name: "Details" });
  expect(screen.queryByRole("menuitem", { name: "Export …" })).toBeNull();
});
