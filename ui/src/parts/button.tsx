// Buttons. A busy one keeps its place and its focus, and does nothing when pressed.

import type { ComponentChildren, Ref } from "preact";
import { Icon, type IconName } from "./icon";

type Look = "primary" | "secondary" | "quiet" | "danger";

interface ButtonProps {
  children: ComponentChildren;
  look?: Look;
  /** Its name, where several buttons read the same. */
  label?: string;
  icon?: IconName;
  type?: "button" | "submit";
  busy?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  describedBy?: string | undefined;
  /** It shows and hides something below it. */
  expanded?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  testId?: string;
  onPress?: () => void;
}

export function Button(props: ButtonProps) {
  const { look = "secondary", icon, type = "button", busy = false, disabled = false } = props;
  return (
    <button
      type={type}
      aria-label={props.label}
      class={`button button-${look}`}
      disabled={disabled}
      aria-disabled={busy}
      aria-busy={busy}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      data-autofocus={props.autoFocus || undefined}
      data-testid={props.testId}
      ref={props.buttonRef ?? null}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{props.children}</span>
    </button>
  );
}

interface IconButtonProps {
  icon: IconName;
  /** What it does; shown as a tooltip too. */
  label: string;
  pressed?: boolean;
  testId?: string;
  onPress: () => void;
}

export function IconButton({ icon, label, pressed, testId, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      data-testid={testId}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
