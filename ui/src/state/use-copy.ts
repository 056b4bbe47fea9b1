// Copying, always through the program: only there can a secret be kept out of the clipboard's history and be cleared.

import { useCallback } from "preact/hooks";
import { asFailure } from "../failure";
import { keyRef } from "../key";
import type { CopiedView, KeyRef } from "../wire";
import { useWords } from "../words";
import { lineFor } from "../words/failures";
import { useCore } from "./core-context";
import { useToasts } from "./toasts";

export interface Copying {
  key(key: KeyRef, then?: () => void): void;
  keyWithHost(key: KeyRef, then?: () => void): void;
  /** Any other secret, copied by `work`. */
  secret(work: () => Promise<CopiedView>): void;
  /** What is not secret; the clipboard is not cleared afterwards. */
  text(text: string): void;
  clearNow(): void;
  /** Says why something was refused. */
  failed(rejection: unknown): void;
}

export function useCopy(): Copying {
  const core = useCore();
  const words = useWords();
  const toasts = useToasts();

  const failed = useCallback(
    (rejection: unknown) => {
      toasts.say(lineFor(words.failures, asFailure(rejection)));
    },
    [toasts.say, words],
  );

  return {
    key: (key, then) => {
      core.copyKey(keyRef(key)).then(({ clearsInSeconds }) => {
        toasts.copied(clearsInSeconds);
        then?.();
      }, failed);
    },
    keyWithHost: (key, then) => {
      core.copyKeyWithHost(keyRef(key)).then(({ clearsInSeconds }) => {
        toasts.copied(clearsInSeconds);
        then?.();
      }, failed);
    },
    secret: (work) => {
      work().then(({ clearsInSeconds }) => toasts.copied(clearsInSeconds), failed);
    },
    text: (text) => {
      core.copyText(text).then(() => toasts.say(words.toast.textCopied), failed);
    },
    clearNow: () => {
      core.clearClipboard().then(() => toasts.say(words.toast.cleared), failed);
    },
    failed,
  };
}
