// The regions side by side: asked at once and each for itself, one that fails, none that can be reached, and when they are
// asked again.

import { renderHook } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { CLOUD_LISTS, COMPANY, EVALUATION, withAccounts } from "../src/dev/sample-cloud";
import { FIRST_WAIT_MILLIS, LONGEST_WAIT_MILLIS, STALE_MILLIS, waitAfter } from "../src/state/use-again";
import { useRegions } from "../src/state/use-regions";
import type { Failure, RefreshedView } from "../src/wire";
import { dialog, fireEvent, open, press, screen, waitFor } from "./window";

const PLACES = Object.keys(CLOUD_LISTS);
const place = (region: string) => `${region}@${COMPANY.id}`;
const app = withAccounts([COMPANY]);
const inRegion = (region: string) => ({ ...app, preferences: { ...app.preferences, region: place(region) } });

function failed(region: string, failure: Failure): RefreshedView {
  return { region, lastSeen: null, failure, millis: 1 };
}

const offline = (region: string) => failed(region, { code: "unreachable", host: "modelstudio" });

async function look(): Promise<void> {
  await press(/^Region/);
}

function row(region: string): string {
  return screen.getByTestId(`region-${place(region)}`).textContent ?? "";
}

let visible: DocumentVisibilityState = "visible";

beforeEach(() => {
  visible = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visible);
});
afterEach(() => vi.useRealTimers());

function show(state: DocumentVisibilityState): void {
  visible = state;
  fireEvent(document, new Event("visibilitychange"));
}

test("at the start all regions are asked at once, none waits for another", async () => {
  const refreshRegion = vi.fn((_: string) => new Promise<RefreshedView>(() => {}));
  await open({ app }, { refreshRegion });
  await waitFor(() =>
    expect(refreshRegion.mock.calls.map(([region]) => region).toSorted()).toEqual(PLACES.toSorted()),
  );
});

test("without an account nobody is asked", async () => {
  const refreshRegion = vi.fn();
  await open({}, { refreshRegion });
  await look();
  expect(refreshRegion).not.toHaveBeenCalled();
  expect(screen.queryByText("Refresh all regions")).toBeNull();
});

test("each region says how many keys it has and when that was seen", async () => {
  await open({ app });
  await look();
  await waitFor(() => expect(row("ap-southeast-1")).toMatch(/Singapore.*Seen .*48 keys/));
  expect(row("cn-hongkong")).toContain("1 key");
});

test("a region that fails says why in its own row, and spoils no other", async () => {
  await open({
    app,
    failing: {
      [place("us-east-1")]: { code: "permissionMissing", action: "modelstudio:ListApiKeys", requestId: "R" },
      [place("cn-beijing")]: { code: "regionNotActivated", platformCode: "NotActivated" },
    },
  });
  await look();
  // Without the request's id: that is told with the failure itself.
  await waitFor(() => expect(row("us-east-1")).toContain("lacks the right modelstudio:ListApiKeys."));
  expect(row("cn-beijing")).toContain("not activated there");
  expect(row("ap-northeast-1")).toContain("2 keys");
  expect(row("ap-northeast-1")).toContain("Seen");
});

test("a slow region keeps what was seen of it, and the others are fresh", async () => {
  const behind = fakeCore({ app });
  await open(
    { app },
    {
      refreshRegion: (region) =>
        region === place("eu-central-1") ? new Promise(() => {}) : behind.refreshRegion(region),
    },
  );
  await look();
  await waitFor(() => expect(row("ap-southeast-1")).toMatch(/Seen \d/));
  expect(row("eu-central-1")).toContain("Nov 20");
});

test("no connection is one calm state: no failure is shown for each region", async () => {
  await open({ app: inRegion("cn-beijing") }, { refreshRegion: async (region) => offline(region) });
  const note = await screen.findByTestId("offline");
  expect(note.textContent).toContain("No connection");
  expect(screen.queryAllByRole("alert")).toEqual([]);
  await screen.findByText("nightly evaluation");
  await look();
  expect(row("us-east-1")).toContain("Offline · seen");
});

test("of a region that was never seen, a key that one has already can be kept all the same", async () => {
  await open(
    { app: inRegion("cn-beijing") },
    { refreshRegion: async (region) => offline(region), seenKeys: async () => null },
  );
  const unseen = await screen.findByTestId("unseen");
  expect(screen.queryByRole("button", { name: "Create API key" })).toBeNull();
  await press("Paste a key you have …", "button", unseen);
  expect((await dialog()).dataset.testid).toBe("paste-dialog");
});

test("what is kept of a region that was never seen stands below the way to paste another", async () => {
  const unlisted = CLOUD_LISTS[place("cn-beijing")]?.unlisted ?? [];
  await open(
    { app: inRegion("cn-beijing") },
    {
      refreshRegion: async (region) => offline(region),
      seenKeys: async () => ({
        keys: [],
        workspaces: [],
        quota: null,
        seenAt: null,
        workspacesFailure: null,
        unlisted,
      }),
    },
  );
  await screen.findByText("Pasted keys that are not in the list", { exact: false });
  expect(screen.queryByTestId("unseen")).toBeNull();
  await press("Paste a key you have …");
  expect((await dialog()).dataset.testid).toBe("paste-dialog");
});

test("while nothing can be reached it is asked again after waits that grow, until it answers", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let reachable = false;
  const behind = fakeCore({ app });
  const refreshRegion = vi.fn((region: string) =>
    reachable ? behind.refreshRegion(region) : Promise.resolve(offline(region)),
  );
  await open({ app }, { refreshRegion });
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length));
  await vi.advanceTimersByTimeAsync(FIRST_WAIT_MILLIS + 100);
  expect(refreshRegion).toHaveBeenCalledTimes(2 * PLACES.length);
  await vi.advanceTimersByTimeAsync(FIRST_WAIT_MILLIS + 100);
  expect(refreshRegion).toHaveBeenCalledTimes(2 * PLACES.length);
  reachable = true;
  await vi.advanceTimersByTimeAsync(FIRST_WAIT_MILLIS + 100);
  expect(refreshRegion).toHaveBeenCalledTimes(3 * PLACES.length);
  // It answers: nothing ticks any more.
  await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MILLIS);
  expect(refreshRegion).toHaveBeenCalledTimes(3 * PLACES.length);
  expect(vi.getTimerCount()).toBe(0);
});

test("the waits double up to a longest one", () => {
  expect([1, 2, 3, 20].map(waitAfter)).toEqual([
    FIRST_WAIT_MILLIS,
    2 * FIRST_WAIT_MILLIS,
    4 * FIRST_WAIT_MILLIS,
    LONGEST_WAIT_MILLIS,
  ]);
});

test("nothing ticks while the window is hidden; looked at after long, it is asked again", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const refreshRegion = vi.fn(async (region: string) => offline(region));
  await open({ app }, { refreshRegion });
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length));
  show("hidden");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.getTimerCount()).toBe(0);
  expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length);
  show("visible");
  await vi.advanceTimersByTimeAsync(100);
  expect(refreshRegion).toHaveBeenCalledTimes(2 * PLACES.length);
});

test("looked at again soon, what was seen is good enough", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const behind = fakeCore({ app });
  const refreshRegion = vi.fn(behind.refreshRegion);
  await open({ app }, { refreshRegion });
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length));
  show("hidden");
  await vi.advanceTimersByTimeAsync(STALE_MILLIS / 2);
  show("visible");
  await vi.advanceTimersByTimeAsync(100);
  expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length);
  show("hidden");
  await vi.advanceTimersByTimeAsync(STALE_MILLIS);
  show("visible");
  await vi.advanceTimersByTimeAsync(100);
  expect(refreshRegion).toHaveBeenCalledTimes(2 * PLACES.length);
});

test.each([
  ["F5", { key: "F5" }],
  ["Ctrl and R", { key: "r", ctrlKey: true }],
])("%s asks all regions again", async (_, keys) => {
  const refreshRegion = vi.fn(fakeCore({ app }).refreshRegion);
  await open({ app }, { refreshRegion });
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length));
  await waitFor(() => expect(screen.getByTestId("refresh-all-button").title).toBe("Refresh all regions"));
  fireEvent.keyDown(document.body, keys);
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(2 * PLACES.length));
});

test("asked twice at once, a region is asked once", async () => {
  const refreshRegion = vi.fn(() => new Promise<RefreshedView>(() => {}));
  await open({ app: inRegion("cn-beijing") }, { refreshRegion });
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length));
  fireEvent.keyDown(document.body, { key: "F5" });
  await press("Refresh");
  expect(refreshRegion).toHaveBeenCalledTimes(PLACES.length);
});

test("another account's places are asked when it is worked with", async () => {
  const both = withAccounts([COMPANY, EVALUATION]);
  const behind = fakeCore({ app: both });
  const asked = vi.fn(behind.refreshRegion);
  await open({}, { ...behind, refreshRegion: asked });
  await press("Account: Company. Switch account");
  await press(/Evaluation/, "menuitemradio");
  await waitFor(() => expect(asked).toHaveBeenCalledWith(`us-east-1@${EVALUATION.id}`));
});

test("what is asked after a change waits for an answer that knows of it", async () => {
  const answers: ((answer: RefreshedView) => void)[] = [];
  const refreshRegion = vi.fn(() => new Promise<RefreshedView>((resolve) => answers.push(resolve)));
  const core = { ...fakeCore({ app }), refreshRegion };
  const one = { ...app, regions: app.regions.filter((region) => region.id === place("cn-beijing")) };
  const { result } = renderHook(() => useRegions(core, one));
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(1));
  const told = vi.fn();
  void result.current.refresh(place("cn-beijing"), true).then(told);
  void result.current.refresh(place("cn-beijing"), true).then(told);
  answers[0]?.(failed(place("cn-beijing"), { code: "interrupted" }));
  await waitFor(() => expect(refreshRegion).toHaveBeenCalledTimes(2));
  expect(told).not.toHaveBeenCalled();
  answers[1]?.({ ...offline(place("cn-beijing")), failure: null });
  await waitFor(() => expect(told).toHaveBeenCalledTimes(2));
  expect(refreshRegion).toHaveBeenCalledTimes(2);
});
