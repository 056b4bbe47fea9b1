// What happy-dom lacks and the window uses: popovers, and leaving a modal dialog's focus rules to the page.

import { cleanup } from "@testing-library/preact";
import { afterEach } from "vitest";

if (!("showPopover" in HTMLElement.prototype)) {
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
}
if (!("scrollIntoView" in Element.prototype)) {
  Object.assign(Element.prototype, { scrollIntoView() {} });
}

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
