// Adding an account, or changing one: what it signs with, what it is called here, and own addresses where a network
// needs them. What was asked of the service stands on the second page.

import { useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Choice, TextField } from "../../parts/field";
import { keepEnterFromComposition } from "../../parts/keyboard";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { AccountView, SiteView } from "../../wire";
import { placeOf, useWords } from "../../words";
import { wordsFor } from "../../words/failures";
import { Advanced } from "./advanced";
import { Credentials } from "./credentials";
import { type AccountDraft, addRequest, draftOf, editRequest, fieldOf } from "./draft";
import { Identity } from "./identity";
import { RamPolicy } from "./ram-policy";

const SITES: SiteView[] = ["international", "china"];

interface AccountDialogProps {
  /** The account that is changed; `null` for a new one. */
  account: AccountView | null;
  onClose: () => void;
  /** The account is there. The dialog stays open and says who it is. */
  onSaved: (account: AccountView) => void;
  onShowKeys: (account: AccountView) => void;
}

export function AccountDialog({ account, onClose, onSaved, onShowKeys }: AccountDialogProps) {
  const words = useWords();
  const core = useCore();
  const { app, refresh } = useApp();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<AccountDraft>(() => draftOf(account));
  const [saved, setSaved] = useState<AccountView | null>(null);
  const saving = useAction();
  const field = fieldOf(saving.failure);

  const change = (changes: Partial<AccountDraft>) => {
    saving.clear();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const problem = (...fields: ReturnType<typeof fieldOf>[]) => {
    if (!saving.failure || !fields.includes(field)) return null;
    const { why, next } = wordsFor(words.failures, saving.failure);
    return `${why} ${next}`;
  };

  const save = () => {
    const element = form.current;
    if (!element) return;
    const adding = account ? null : addRequest(draft, element);
    if (!account && !adding) return;
    saving.run(
      async () => {
        try {
          return adding
            ? await core.addAccount(adding)
            : await core.editAccount(editRequest(account?.id ?? "", draft, element));
        } catch (rejection) {
          setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
          throw rejection;
        }
      },
      (answer) => {
        element.reset();
        setSaved(answer);
        onSaved(answer);
      },
    );
  };

  const dismiss = () => {
    if (saving.busy) return;
    // What was waited for may have been done after all.
    if (saving.stopped) refresh();
    onClose();
  };

  if (saved) {
    return (
      <Dialog
        title={account ? words.accounts.savedTitle : words.accounts.addedTitle}
        testId="account-saved"
        onDismiss={onClose}
        footer={
          <>
            <Button onPress={onClose}>{words.common.done}</Button>
            <Button look="primary" autoFocus onPress={() => onShowKeys(saved)}>
              {words.accounts.showKeys}
            </Button>
          </>
        }
      >
        <Identity account={saved} fresh />
        {saved.identity?.kind.kind !== "mainAccount" && <RamPolicy />}
      </Dialog>
    );
  }

  const where = words.place[placeOf(app.secretStore, app.platform)];
  return (
    <Dialog
      title={account ? words.accounts.editTitle(account.name) : words.accounts.addTitle}
      testId="account-dialog"
      onDismiss={dismiss}
      footer={
        <>
          <Button disabled={saving.busy} onPress={dismiss}>
            {words.common.cancel}
          </Button>
          <Button look="primary" busy={saving.busy} testId="account-submit" onPress={save}>
            {saving.busy ? words.accounts.submitting : account ? words.accounts.save : words.accounts.submit}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        class="fields"
        onKeyDown={keepEnterFromComposition}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {account ? (
          <p class="quiet">
            {words.accounts.sites[account.site]} · {words.accounts.siteHints[account.site]}
          </p>
        ) : (
          <Choice
            cards
            legend={words.accounts.site}
            value={draft.site}
            options={SITES.map((value) => ({
              value,
              label: words.accounts.sites[value],
              hint: words.accounts.siteHints[value],
            }))}
            onChoose={(site) => change({ site })}
          />
        )}
        <Credentials account={account} draft={draft} problem={problem} onChange={change} />
        {draft.source !== "kept" && <Note icon="lock">{words.accounts.secretNote(where)}</Note>}
        <TextField
          label={words.accounts.name}
          optional={!account}
          initial={draft.name}
          hint={words.accounts.nameHint}
          problem={problem("name")}
          testId="account-name"
          onText={(name) => change({ name })}
        />
        <Advanced draft={draft} problem={problem} onChange={change} />
        {!account && <RamPolicy folded />}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      </form>
      {saving.stopped && <Note tone="warning">{words.accounts.stopped}</Note>}
      {saving.slow && <SlowNote what={words.waiting.service} onStop={saving.stop} />}
      {saving.failure && !field && <FailureNote failure={saving.failure} onRetry={save} />}
    </Dialog>
  );
}
