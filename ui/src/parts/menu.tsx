// A button with a menu: arrows, Home, End and first letters move in it, Escape and Tab leave it, and the focus goes back
// to the button. The menu is a popover, so that no scrolling table cuts it off.

import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon";

export interface MenuItem {
  id: string;
  label: string;
  /** A second, quiet line. */
  hint?: string;
  /** The second line says that something is not as it should be. */
  hintTone?: "warning" | undefined;
  /** A figure at the end of the line. */
  figure?: string | undefined;
  icon?: IconName;
  /** Why it cannot be chosen: it stays in the menu and can be read, but does nothing. */
  refused?: string | undefined;
  /** In a choice: no part of the choice, but something to do. */
  deed?: boolean;
  danger?: boolean;
  /** In a choice: the one that is chosen. */
  chosen?: boolean;
  /** A line above it. */
  apart?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  /** The name of the button and of the menu. */
  label: string;
  items: MenuItem[];
  /** What the button shows. */
  children: ComponentChildren;
  buttonClass?: string;
  /** The items are a choice of one. */
  choice?: boolean;
  align?: "start" | "end";
  testId?: string;
}

const GAP = 4;

export function Menu({ label, items, children, buttonClass, choice, align = "end", testId }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();

  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };

  return (
    <>
      <button
        type="button"
        ref={button}
        class={buttonClass ?? "icon-button"}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        data-testid={testId}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <MenuList
          id={menuId}
          label={label}
          items={items}
          choice={choice ?? false}
          align={align}
          anchor={button.current}
          onClose={close}
        />
      )}
    </>
  );
}

interface MenuListProps {
  id: string;
  label: string;
  items: MenuItem[];
  choice: boolean;
  align: "start" | "end";
  anchor: HTMLElement | null;
  onClose: (back: boolean) => void;
}

function MenuList({ id, label, items, choice, align, anchor, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !anchor) return;
    element.showPopover();
    const from = anchor.getBoundingClientRect();
    const size = element.getBoundingClientRect();
    const left = align === "start" ? from.left : from.right - size.width;
    const below = from.bottom + GAP;
    const top =
      below + size.height > window.innerHeight ? Math.max(GAP, from.top - GAP - size.height) : below;
    // Set through the object model, which the content security policy allows; there is no style text.
    element.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - size.width - GAP))}px`;
    element.style.top = `${top}px`;
    const chosen = entries().find((entry) => entry.getAttribute("aria-checked") === "true");
    (chosen ?? entries()[0])?.focus();
  }, []);

  useEffect(() => {
    const outside = (event: Event) => {
      if (!(event.target instanceof Node)) return;
      if (!list.current?.contains(event.target) && !anchor?.contains(event.target)) onClose(false);
    };
    const away = () => onClose(false);
    document.addEventListener("pointerdown", outside, true);
    window.addEventListener("resize", away);
    window.addEventListener("blur", away);
    return () => {
      document.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("resize", away);
      window.removeEventListener("blur", away);
    };
  }, [anchor, onClose]);

  const move = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = (index: number) => {
      event.preventDefault();
      all[(index + all.length) % all.length]?.focus();
    };
    if (event.key === "ArrowDown") to(at + 1);
    else if (event.key === "ArrowUp") to(at - 1);
    else if (event.key === "Home") to(0);
    else if (event.key === "End") to(-1);
    else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      onClose(true);
    } else if (event.key.length === 1 && event.key !== " ") {
      const letter = event.key.toLocaleLowerCase();
      const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      after.find((entry) => entry.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    }
    event.stopPropagation();
  };

  return (
    <div
      id={id}
      ref={list}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="manual"
      onKeyDown={move}
    >
      {items.map((item) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, chosen here, is `menuitemradio` where this is set
        <button
          key={item.id}
          type="button"
          role={choice && !item.deed ? "menuitemradio" : "menuitem"}
          aria-checked={choice && !item.deed ? item.chosen === true : undefined}
          aria-disabled={item.refused ? true : undefined}
          tabIndex={-1}
          class={`menu-item${item.danger ? " menu-danger" : ""}${item.apart ? " menu-apart" : ""}`}
          title={item.refused}
          data-testid={item.id}
          onClick={() => {
            if (item.refused) return;
            onClose(true);
            item.onSelect();
          }}
        >
          {item.icon && <Icon name={item.icon} />}
          <span class="menu-text">
            <span>{item.label}</span>
            {(item.refused ?? item.hint) && (
              <span class={item.hintTone ? `menu-hint menu-hint-${item.hintTone}` : "menu-hint"}>
                {item.refused ?? item.hint}
              </span>
            )}
          </span>
          {item.figure && <span class="menu-figure figures">{item.figure}</span>}
          {choice && <span class="menu-check">{item.chosen && <Icon name="check" />}</span>}
        </button>
      ))}
    </div>
  );
}
