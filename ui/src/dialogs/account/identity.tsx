// Who an account is at the service, and what it will and will not see.

import { Note } from "../../parts/note";
import type { AccountView, IdentityView } from "../../wire";
import { useWords, type Words } from "../../words";
import { momentOf } from "../../words/dates";

/** "Main account 1087…", "RAM user lin of account 1900…". */
export function whoOf({ kind, accountUid }: IdentityView, words: Words): string {
  return kind.kind === "mainAccount"
    ? words.accounts.who.mainAccount(accountUid)
    : words.accounts.who[kind.kind](kind.name, accountUid);
}

interface IdentityProps {
  account: AccountView;
  /** It was just asked: screen readers hear it. */
  fresh?: boolean;
}

export function Identity({ account, fresh = false }: IdentityProps) {
  const words = useWords();
  const { identity, expiresAt } = account;
  const role = fresh ? ({ role: "status" } as const) : {};
  const ended = expiresAt !== null && expiresAt <= Date.now();
  return (
    <>
      {identity ? (
        <Note
          tone={identity.kind.kind === "mainAccount" ? "good" : "info"}
          title={whoOf(identity, words)}
          {...role}
          testId="identity"
        >
          {words.accounts.sees[identity.kind.kind]}
        </Note>
      ) : (
        <Note tone="warning" {...role} testId="identity">
          {words.accounts.notAsked}
        </Note>
      )}
      {expiresAt !== null && (
        <Note tone={ended ? "warning" : "info"}>
          {(ended ? words.accounts.ended : words.accounts.ends)(momentOf(expiresAt, words.tag))}
        </Note>
      )}
    </>
  );
}
