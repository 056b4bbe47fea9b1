// Finds what a person would look for: by role and name, as a screen reader tells them. Runs inside the page.

/**
 * Every visible element of this role whose name fits; those outside an open modal dialog are out of reach, as for a person.
 *
 * It is sent to the page as text, so that it must not use anything from outside itself.
 *
 * @param {string} role
 * @param {{ text: string, whole: boolean } | null} name
 * @param {string | null} part a selector of the part that is looked at; null for all of it
 * @returns {Element[]}
 */
export function look(role, name, part) {
  const IMPLICIT = {
    button: "button, summary, input[type=submit], input[type=button]",
    checkbox: "input[type=checkbox]",
    code: "code",
    combobox: "select",
    dialog: "dialog",
    heading: "h1, h2, h3, h4, h5, h6",
    link: "a[href]",
    img: "img, svg[role=img]",
    list: "ul, ol",
    listitem: "li",
    option: "option",
    radio: "input[type=radio]",
    row: "tr",
    searchbox: "input[type=search]",
    status: "output",
    table: "table",
    term: "dt",
    textbox: "textarea, input:not([type]), input[type=text], input[type=password], input[type=date]",
  };

  const told = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || !node.checkVisibility()) return "";
    const label = node.getAttribute("aria-label");
    if (label) return label;
    const inner = Array.from(node.childNodes, told).join("");
    return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
  };
  const nameOf = (element) => {
    const labelledBy = element.getAttribute("aria-labelledby");
    let text;
    if (labelledBy) text = labelledBy.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    else if (element.hasAttribute("aria-label")) text = element.getAttribute("aria-label");
    else if (element.labels?.length) text = Array.from(element.labels, (label) => label.textContent).join(" ");
    else text = told(element) || element.getAttribute("title") || "";
    return text.replace(/\s+/g, " ").trim();
  };

  const dialogs = Array.from(document.querySelectorAll("dialog")).filter((dialog) => dialog.matches(":modal"));
  const inside = part ? document.querySelector(part) : (dialogs.at(-1) ?? document);
  if (!inside) return [];
  const selector = [`[role=${role}]`, IMPLICIT[role]].filter(Boolean).join(", ");
  const found = Array.from(inside.querySelectorAll(selector));
  if (inside !== document && inside.matches(selector)) found.unshift(inside);
  return found.filter((element) => {
    if (element.hasAttribute("role") && element.getAttribute("role") !== role) return false;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("[inert]")) return false;
    if (!name) return true;
    const has = nameOf(element);
    return name.whole ? has === name.text : has.includes(name.text);
  });
}
