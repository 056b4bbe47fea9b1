// The screen of workspaces in a test, and the panel of one.

import axe from "axe-core";
import type { Core } from "../src/core";
import { COMPANY, withAccounts } from "../src/dev/sample-cloud";
import type { LanguageChoice, RegionView } from "../src/wire";
import { appWith, fireEvent, open, press, screen, within } from "./window";

export const OTHER = "ws-2b80aa51e6c9";
export const OTHER_NAME = "Translation evaluation and data";

export async function openScreen(
  replace: Partial<Core> = {},
  language: LanguageChoice = "en",
): Promise<void> {
  await open({ app: appWith({}, language) }, replace);
  await press(language === "en" ? "Workspaces" : "业务空间");
}

/** In Beijing, or another region of the company's account. */

export async function openCloud(bare: string, replace: Partial<Core> = {}): Promise<RegionView> {
  const app = withAccounts([COMPANY]);
  const place = `${bare}@${COMPANY.id}`;
  await open({ app: { ...app, preferences: { ...app.preferences, region: place } } }, replace);
  await press("Workspaces");
  return app.regions.find(({ id }) => id === place) as RegionView;
}

export async function openPart(part: string, name = OTHER_NAME): Promise<HTMLElement> {
  await press(`Details of ${name}`);
  const panel = await screen.findByRole("complementary", { name: "Workspace details" });
  fireEvent.click(within(panel).getByRole("tab", { name: part }));
  return panel;
}

export async function faults(): Promise<string[]> {
  document.title = "Studio Keys";
  const { violations } = await axe.run(document.documentElement, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
