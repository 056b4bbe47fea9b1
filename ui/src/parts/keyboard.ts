// Keys that mean something else while an input method is composing.

/** This key press belongs to an input method. WebKit sends the one that ends a composition with code 229. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** For a form: Enter that ends a composition must not send it. */
export function keepEnterFromComposition(event: KeyboardEvent): void {
  if (event.key === "Enter" && isComposing(event)) event.preventDefault();
}
