// Whether a screen is well made: axe finds nothing, nothing lies outside the window, and no text is cut off.

import assert from "node:assert/strict";
import { faults } from "./axe.mjs";
import { until } from "./started.mjs";

/** Switches the window to a theme. */
export async function chooseTheme(person, words, theme) {
  await person.presses("button", words.theme);
  await person.presses("menuitemradio", words.themes[theme]);
  await until(`the ${theme} theme`, async () => {
    const scheme = await person.browser.executeScript(() => getComputedStyle(document.documentElement).colorScheme);
    return scheme === theme;
  });
}

/** What axe says, and whether everything is inside the window. The picture is taken first, to see what is wrong. */
export async function wellMade(browser, takePicture) {
  await takePicture();
  assert.deepEqual(await faults(browser), []);
  const outside = await browser.executeScript(() => {
    const found = [];
    const { scrollWidth: wide, scrollHeight: high } = document.documentElement;
    if (wide > innerWidth) found.push(`the page is ${wide} wide`);
    if (high > innerHeight) found.push(`the page is ${high} high`);
    for (const { className, scrollWidth, clientWidth } of document.querySelectorAll(".screen, dialog[open] .dialog-body")) {
      if (scrollWidth > clientWidth) found.push(`${className} is ${scrollWidth} wide in a place of ${clientWidth}`);
    }
    for (const element of document.querySelectorAll("dialog[open], dialog[open] footer button, [role=menu], h1")) {
      const box = element.getBoundingClientRect();
      const isBeside = box.left < 0 || box.right > innerWidth + 0.5;
      const isAboveOrBelow = box.top < 0 || box.bottom > innerHeight + 0.5;
      // The title of a long screen may have been scrolled away.
      if (isBeside || (isAboveOrBelow && element.tagName !== "H1")) {
        found.push(`${element.tagName} “${element.textContent.slice(0, 40)}” at ${box.left},${box.top} to ${box.right},${box.bottom}`);
      }
    }
    return found;
  });
  assert.deepEqual(outside, [], "nothing lies outside the window");
  assert.deepEqual(await browser.executeScript(clipped), [], "no text is cut off");
}

/**
 * Text of the open dialog, or else of the screen, that is cut off by something that cannot be scrolled. It runs inside the
 * page, so that it must not use anything from outside itself.
 */
function clipped() {
  const whole = Array.from(document.querySelectorAll("dialog[open]")).at(-1) ?? document.querySelector("#content");
  const found = [];
  const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const holder = text.parentElement;
    // What is too long for its line has a title.
    if (!text.textContent.trim() || !holder.checkVisibility({ visibilityProperty: true }) || holder.closest("[title]")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      const reason = cutBy(holder, box);
      if (reason) found.push(`“${text.textContent.trim().slice(0, 60)}” is cut off by ${reason}`);
    }
  }
  for (const field of whole.querySelectorAll("input[placeholder]")) {
    if (field.checkVisibility() && field.value === "" && field.scrollWidth > field.clientWidth + 1) found.push(`the placeholder “${field.placeholder}”`);
  }
  return found;

  function cutBy(holder, box) {
    for (let around = holder; around && around !== whole.parentElement; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (style.clipPath === "inset(50%)") return ""; // For screen readers alone.
      const edge = around.getBoundingClientRect();
      const [across, down] = [style.overflowX, style.overflowY];
      const beyond = box.right > edge.right + 1 || box.left < edge.left - 1;
      if (beyond && across !== "visible") return `${around.tagName}.${around.className} across (${across})`;
      if (down === "auto" || down === "scroll") return ""; // One scrolls to the rest.
      if ((down === "hidden" || down === "clip") && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1)) {
        return `${around.tagName}.${around.className} down`;
      }
    }
    return "";
  }
}
