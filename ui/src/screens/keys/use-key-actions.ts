// What can be done with one key from its row or its panel. Everything that changes something dangerous opens a dialog
// instead.

import { useRef } from "preact/hooks";
import { asFailure } from "../../failure";
import { holdersOf, keyRef, nameOf } from "../../key";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useCopy } from "../../state/use-copy";
import type { Reveal } from "../../state/use-reveal";
import type { KeyRef, KeyView } from "../../wire";
import { placeOf, useWords } from "../../words";
import { lineFor } from "../../words/failures";
import type { OpenDialog } from "./open-dialog";

export interface KeyActions {
  showDetails(key: KeyView): void;
  /** Reveals the key, or hides it if it is revealed. */
  toggleReveal(key: KeyView): void;
  copy(key: KeyView): void;
  copyWithHost(key: KeyView): void;
  editPermission(keys: KeyView[]): void;
  editDescription(key: KeyView): void;
  /** Begins to replace it by a new key, or goes on with that. */
  rotate(key: KeyView): void;
  /** Keeps a key that exists already, or a new value of one. */
  paste(): void;
  /** Removes a pasted key from this computer. */
  forget(key: KeyView): void;
  /** Begins or widens the selection of several keys. */
  pick(key: KeyView): void;
  setVariable(key: KeyView): void;
  /** Gives it to another program, in that one's own form. */
  exportKey(key: KeyView): void;
  download(key: KeyView): void;
  keep(key: KeyView): void;
  release(key: KeyView): void;
  disable(key: KeyView): void;
  enable(key: KeyView): void;
  reset(key: KeyView): void;
  remove(key: KeyView): void;
  /** Asks the place again. */
  reload(): void;
  say(text: string): void;
}

interface Surroundings {
  reveal: Reveal;
  replace: (key: KeyView) => void;
  reload: () => void;
  select: (key: KeyRef) => void;
  pick: (key: KeyRef) => void;
  open: (dialog: OpenDialog) => void;
}

export function useKeyActions({ reveal, replace, reload, select, pick, open }: Surroundings): KeyActions {
  const core = useCore();
  const words = useWords();
  const copy = useCopy();
  const toasts = useToasts();
  const { app } = useApp();
  // One request a key at a time: a second press while the first is under way is a slip.
  const busy = useRef(new Set<string>());

  const failed = (rejection: unknown) => {
    toasts.say(lineFor(words.failures, asFailure(rejection)));
  };
  const once = <Answer>(key: KeyRef, work: () => Promise<Answer>, then: (answer: Answer) => void) => {
    const name = `${key.region}/${key.apiKeyId}`;
    if (busy.current.has(name)) return;
    busy.current.add(name);
    work()
      .then(then, failed)
      .finally(() => busy.current.delete(name));
  };

  const actions: KeyActions = {
    showDetails: (key) => {
      reveal.hide();
      select(keyRef(key));
    },
    toggleReveal: (key) => {
      if (reveal.valueOf(key)) return reveal.hide();
      select(keyRef(key));
      reveal.show(key);
    },
    copy: (key) => copy.key(key),
    copyWithHost: (key) => copy.keyWithHost(key),
    editPermission: (keys) => open({ kind: "permission", keys }),
    editDescription: (key) => open({ kind: "description", key }),
    rotate: (key) => open({ kind: "rotate", key }),
    paste: () => open({ kind: "paste" }),
    forget: (key) => open({ kind: "forget", key }),
    pick: (key) => pick(keyRef(key)),
    setVariable: (key) => open({ kind: "variable", key: keyRef(key) }),
    exportKey: (key) => open({ kind: "export", key }),
    download: (key) =>
      once(
        key,
        () => core.downloadKey(keyRef(key)),
        ({ path }) => toasts.say(words.toast.downloaded(path)),
      ),
    keep: (key) =>
      once(
        key,
        () => core.keepKey(keyRef(key)),
        (kept) => {
          replace(kept);
          toasts.say(words.toast.kept(words.place[placeOf(app.secretStore, app.platform)]));
        },
      ),
    release: (key) =>
      once(
        key,
        () => core.releaseKey(keyRef(key)),
        () => {
          reveal.hide();
          toasts.say(words.toast.released);
          reload();
        },
      ),
    disable: (key) =>
      once(
        key,
        () => core.disableKey(keyRef(key)),
        (disabled) => {
          replace(disabled);
          const holders = holdersOf(disabled);
          toasts.say(
            holders.length > 0
              ? words.toast.disabledUsed(nameOf(disabled), words.counted.names(holders))
              : words.toast.disabled(nameOf(disabled)),
            { label: words.toast.enable, run: () => actions.enable(disabled) },
          );
        },
      ),
    enable: (key) =>
      once(
        key,
        () => core.enableKey(keyRef(key)),
        (enabled) => {
          replace(enabled);
          toasts.say(words.toast.enabled(nameOf(enabled)));
        },
      ),
    reset: (key) => open({ kind: "reset", key }),
    remove: (key) => open({ kind: "delete", key }),
    reload,
    say: toasts.say,
  };
  return actions;
}
