// What a person does at the window: looks, presses, types; waits a moment for what is not there yet, and says what they see
// when it never comes.

import { error, Key, WebElement } from "selenium-webdriver";
import { look } from "./look.mjs";
import { until } from "./started.mjs";

export class Person {
  /** @param {import("selenium-webdriver").WebDriver} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /** Everything of this role and name that can be seen now. A name that begins with `…` or ends with it is a part of one. */
  async all(role, name) {
    const part = name?.startsWith("…") || name?.endsWith("…");
    const wanted = name === undefined ? null : { text: part ? name.replaceAll("…", "").trim() : name, whole: !part };
    return this.browser.executeScript(look, role, wanted);
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

  /** Everything that the window says now. */
  async says() {
    return this.browser.executeScript(() => document.body.innerText);
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

  async presses(role, name) {
    await this.#tries(role, name, (element) =>
      element.click().catch(async (reason) => {
        // The driver does not scroll to what is in sight by a strip only; a person does.
        if (!(reason instanceof error.ElementNotInteractableError)) throw reason;
        await this.browser.executeScript((one) => one.scrollIntoView({ block: "center" }), element);
        await element.click();
      }),
    );
  }

  async types(role, name, text) {
    await this.#tries(role, name, async (element) => {
      await element.clear();
      await element.sendKeys(text.replaceAll("\n", Key.ENTER));
    });
  }

  async chooses(name, option) {
    await this.#tries("combobox", name, async (element) => {
      const options = await this.browser.executeScript((list) => Array.from(list.options, (one) => one.textContent.trim()), element);
      const place = options.indexOf(option);
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
      const [wanted] = await this.all(role, name);
      const focused = await this.browser.switchTo().activeElement();
      if (wanted && (await WebElement.equals(wanted, focused))) return;
      if (back) await this.browser.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
      else await this.strikes(Key.TAB);
    }
    throw new Error(`${role} “${name}” was not reached with ${most} presses of Tab`);
  }

  /** Pages draw anew while one reaches for them: what became stale is looked for again. */
  async #tries(role, name, act) {
    await this.sees(role, name);
    await until(`${role} “${name}” to react`, async () => {
      const [element] = await this.all(role, name);
      if (!element) return false;
      if (!(await element.isEnabled())) throw new Error("it is disabled");
      await act(element);
      return true;
    });
  }
}
