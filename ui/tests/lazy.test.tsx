// What is loaded when it is needed: quick loads show nothing in their place, slow ones say so, failed ones can be tried
// again, and a language is used when its words are here.

import { render } from "@testing-library/preact";
import type { ComponentType } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lazy, type Placeholder } from "../src/parts/lazy";
import { QUIET_MILLIS } from "../src/state/use-load";
import { dialog, open, press, screen, waitFor } from "./window";

type Part = ComponentType<{ name: string }>;

const Hello: Part = ({ name }) => <p>Hello, {name}</p>;
const Waiting: Placeholder<{ name: string }> = ({ loading, props }) =>
  loading.failure ? (
    <button type="button" onClick={loading.reload}>
      {props.name} again
    </button>
  ) : (
    <p role="status">{props.name} comes</p>
  );

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

test("what comes quickly shows nothing before it, and is there at once the next time", async () => {
  const load = vi.fn(async () => Hello);
  const Lazy = lazy(load, Waiting);
  const { container, unmount } = render(<Lazy name="Ada" />);
  expect(container.textContent).toBe("");
  await screen.findByText("Hello, Ada");
  unmount();
  render(<Lazy name="Bo" />);
  expect(screen.getByText("Hello, Bo")).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("what comes late says so after a while", async () => {
  let arrive: (part: Part) => void = () => {};
  const arrival = new Promise<Part>((resolve) => {
    arrive = resolve;
  });
  const Lazy = lazy(() => arrival, Waiting);
  render(<Lazy name="Ada" />);
  await vi.advanceTimersByTimeAsync(QUIET_MILLIS / 2);
  expect(screen.queryByRole("status")).toBeNull();
  await vi.advanceTimersByTimeAsync(QUIET_MILLIS);
  expect(screen.getByRole("status").textContent).toBe("Ada comes");
  arrive(Hello);
  await screen.findByText("Hello, Ada");
  expect(screen.queryByRole("status")).toBeNull();
});

test("what cannot be loaded says so, and can be tried again", async () => {
  const load = vi.fn(async () => Hello).mockRejectedValueOnce(new TypeError("not there"));
  const Lazy = lazy(load, Waiting);
  render(<Lazy name="Ada" />);
  await press("Ada again");
  await screen.findByText("Hello, Ada");
});

test("a part stays the same one while what surrounds it is drawn anew", async () => {
  let begun = 0;
  const Counted: Part = ({ name }) => {
    begun += 1;
    return <input aria-label={name} />;
  };
  const Lazy = lazy(async () => Counted, Waiting);
  const { rerender } = render(<Lazy name="Ada" />);
  const field = await screen.findByLabelText("Ada");
  field.focus();
  rerender(<Lazy name="Bo" />);
  expect(screen.getByLabelText("Bo")).toBe(field);
  expect(document.activeElement).toBe(field);
  expect(begun).toBe(2);
});

test("a dialog that is loaded takes the focus, and gives it back to what opened it", async () => {
  vi.useRealTimers();
  await open();
  const opener = await screen.findByRole("button", { name: "Create API key" });
  opener.focus();
  await press("Create API key");
  const opened = await dialog();
  await waitFor(() => expect(opened.contains(document.activeElement)).toBe(true));
  await press("Cancel", "button", opened);
  await waitFor(() => expect(document.activeElement).toBe(opener));
});
