// A modal dialog: the browser's own, which keeps the focus inside and everything else out of reach. The focus goes to
// the element marked `data-autofocus`, else to the title, and back to where it was.

import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useWords } from "../words";
import { IconButton } from "./button";
import { ToastOutlet, useDialogDepth } from "./toast";

interface DialogProps {
  title: ComponentChildren;
  /** A chip beside the title, such as the region. */
  aside?: ComponentChildren;
  children: ComponentChildren;
  /** The buttons at the foot. */
  footer: ComponentChildren;
  size?: "small" | "medium" | "large";
  /** A press outside closes it. Not for forms: what was typed would be lost by a slip. */
  closesOutside?: boolean;
  /** Something irreversible is asked: screen readers hear the body at once. */
  alert?: boolean;
  testId?: string;
  /** Escape, the cross, or a press outside. */
  onDismiss: () => void;
}

export function Dialog(props: DialogProps) {
  const words = useWords();
  const titleId = useId();
  const bodyId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useDialogDepth();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const opener = document.activeElement;
    element.showModal();
    const first =
      element.querySelector<HTMLElement>("[data-autofocus]") ?? element.querySelector<HTMLElement>("h2");
    first?.focus();
    return () => {
      element.close();
      const back =
        opener instanceof HTMLElement && opener.isConnected && opener !== document.body
          ? opener
          : document.querySelector<HTMLElement>("#content h1");
      back?.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${props.size ?? "medium"}`}
      role={props.alert ? "alertdialog" : undefined}
      aria-labelledby={titleId}
      aria-describedby={props.alert ? bodyId : undefined}
      data-testid={props.testId}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        props.onDismiss();
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        props.onDismiss();
      }}
      onClick={(event) => {
        if (props.closesOutside && event.target === event.currentTarget) props.onDismiss();
      }}
    >
      <div class="dialog-box">
        <header class="dialog-head">
          <h2 id={titleId} tabIndex={-1}>
            {props.title}
          </h2>
          {props.aside}
          <IconButton icon="x" label={words.common.close} onPress={props.onDismiss} />
        </header>
        <div class="dialog-body" id={bodyId}>
          {props.children}
        </div>
        <ToastOutlet inDialog />
        <footer class="dialog-foot">{props.footer}</footer>
      </div>
    </dialog>
  );
}
