// What a person does at the window: looks, presses, types; waits a moment for what is not there yet, and says what they see
// when it never comes.

import { error, Key } from "selenium-webdriver";
import { look } from "./look.mjs";
import { until } from "./started.mjs";

export class Person {
  /**
   * @param {import("selenium-webdriver").WebDriver} browser
   * @param {string | null} part where alone they look, as a selector
   */
  constructor(browser, part = null) {
    this.browser = browser;
    this.part = part;
  }

  /** The same person, who looks at the part with this test id alone. */
  at(testId) {
    return new Person(this.browser, `[data-testid="${testId}"]`);
  }

  /** Everything of this role and name that can be seen now. A name that begins with `…` or ends with it is a part of one. */
  async all(role, name) {
    const part = name?.startsWith("…") || name?.endsWith("…");
    const wanted = name === undefined ? null : { text: part ? name.replaceAll("…", "").trim() : name, whole: !part };
    return this.browser.executeScript(look, role, wanted, this.part);
  }

  /** The one of this role and name; waits until it is there. */
  async sees(role, name, patience) {
    try {
      return await until(`${role} “${name ?? ""}”`, async () => (await this.all(role, name))[0], { patience });
    } catch (reason) {
      throw new Error(`${reason.message}. The window says:\n${await this.says()}`, { cause: reason });
    }
  }

  /** Waits until there is none. */
  async misses(role, name) {
    await until(`no ${role} “${name ?? ""}”`, async () => (await this.all(role, name)).length === 0);
  }

  /** Waits until the window says this. */
  async reads(text, patience) {
    try {
      await until(`“${text}”`, async () => (await this.says()).includes(text), { patience });
    } catch (reason) {
      throw new Error(`${reason.message}. The window says:\n${await this.says()}`, { cause: reason });
    }
  }

  /** Everything that the window says now, or the part that they look at; nothing where that is not there. */
  async says() {
    return this.browser.executeScript((part) => document.querySelector(part ?? "body")?.innerText ?? "", this.part);
  }

  /** The text of one element, with what is cut off by its column. */
  async textOf(element) {
    return this.browser.executeScript((one) => one.textContent, element);
  }

  /** Everything that the page holds: text, attributes, and what stands in fields. */
  async holds() {
    return this.browser.executeScript(
      () =>
        document.documentElement.outerHTML +
        Array.from(document.querySelectorAll("input, textarea"), (field) => field.value).join("\n") +
        document.title,
    );
  }

  /** What moves just when it is pressed is missed; a person sees that, and presses again. */
  async presses(role, name) {
    await this.#tries(role, name, async (element) => {
      await this.browser.executeScript(awaitHit, element);
      await element.click();
      return until("the press to arrive", () => this.browser.executeScript(wasHit), { patience: 500, every: 20 }).catch(() => false);
    });
  }

  async types(role, name, text) {
    await this.#tries(role, name, async (element) => {
      await element.clear();
      await element.sendKeys(text.replaceAll("\n", Key.ENTER));
      return true;
    });
  }

  /** Takes an entry of a list; one that ends with `…` is the first that begins so. */
  async chooses(name, option) {
    await this.#tries("combobox", name, async (element) => {
      const options = await this.browser.executeScript((list) => Array.from(list.options, (one) => one.textContent.trim()), element);
      const place = options.findIndex((one) => (option.endsWith("…") ? one.startsWith(option.slice(0, -1)) : one === option));
      if (place < 0) throw new Error(`“${name}” offers ${options.join(", ")}`);
      // As the keyboard does it: a native list does not open under the driver.
      await this.browser.executeScript(
        (list, index) => {
          list.selectedIndex = index;
          list.dispatchEvent(new Event("input", { bubbles: true }));
          list.dispatchEvent(new Event("change", { bubbles: true }));
        },
        element,
        place,
      );
      return true;
    });
  }

  /** Keys, without saying where: they go to what has the focus. */
  async strikes(...keys) {
    await this.browser.actions().sendKeys(...keys).perform();
  }

  /** Tab until this has the focus, as somebody without a mouse does. */
  async tabsTo(role, name, { most = 60, back = false } = {}) {
    await this.sees(role, name);
    // What is disabled cannot be reached yet.
    await until(`${role} “${name}” to be enabled`, async () => (await this.all(role, name))[0]?.isEnabled());
    for (let count = 0; count <= most; count += 1) {
      if (await this.#hasFocus(role, name)) return;
      if (back) await this.browser.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
      else await this.strikes(Key.TAB);
    }
    throw new Error(`${role} “${name}” was not reached with ${most} presses of Tab`);
  }

  async #hasFocus(role, name) {
    const { has } = await until(`${role} “${name}” to stay`, async () => {
      const [wanted] = await this.all(role, name);
      return { has: wanted !== undefined && (await this.browser.executeScript((one) => one === document.activeElement, wanted)) };
    });
    return has;
  }

  /** Pages draw anew while one reaches for them: what became stale is looked for again. */
  async #tries(role, name, act) {
    await this.sees(role, name);
    await until(`${role} “${name}” to react`, async () => {
      const [element] = await this.all(role, name);
      if (!element) return false;
      if (!(await element.isEnabled())) throw new Error("it is disabled");
      return act(element).catch(async (reason) => {
        // The driver does not scroll to what is in sight by a strip only; a person does.
        if (!(reason instanceof error.ElementNotInteractableError)) throw reason;
        await this.browser.executeScript((one) => one.scrollIntoView({ block: "center" }), element);
        return act(element);
      });
    });
  }
}

/** In the page: notes whether the next press arrives at this element. */
function awaitHit(element) {
  window.pressArrived = false;
  element.addEventListener("click", () => (window.pressArrived = true), { capture: true, once: true });
}

/** In the page: whether it did. A page that was loaded anew meanwhile was. */
function wasHit() {
  return window.pressArrived !== false;
}
