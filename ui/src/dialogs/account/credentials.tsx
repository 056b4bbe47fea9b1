// What an account signs with: typed, or found on this computer. Nothing is looked for before the button is pressed, and
// nothing found is used before it is chosen.

import { Button } from "../../parts/button";
import { Choice, TextField } from "../../parts/field";
import type { AccountView } from "../../wire";
import { useWords } from "../../words";
import type { AccountDraft, fieldOf } from "./draft";
import { FoundCredentials } from "./found-credentials";

interface CredentialsProps {
  account: AccountView | null;
  draft: AccountDraft;
  problem: (...fields: ReturnType<typeof fieldOf>[]) => string | null;
  onChange: (changes: Partial<AccountDraft>) => void;
}

export function Credentials({ account, draft, problem, onChange }: CredentialsProps) {
  const words = useWords();
  const { source } = draft;
  return (
    <>
      {account && (
        <Choice
          legend={words.accounts.credentials}
          value={source === "kept" ? "kept" : "new"}
          options={[
            { value: "kept", label: words.accounts.keepCredentials(account.accessKeyId) },
            { value: "new", label: words.accounts.newCredentials },
          ]}
          onChoose={(value) => onChange({ source: value === "kept" ? "kept" : "typed" })}
        />
      )}
      {source === "typed" && (
        <>
          <TextField
            label={words.accounts.keyId}
            mono
            autoFocus
            initial={draft.accessKeyId}
            problem={problem("id")}
            testId="access-key-id"
            onText={(accessKeyId) => onChange({ accessKeyId })}
          />
          <TextField
            type="password"
            name="secret"
            label={words.accounts.secret}
            problem={problem("secret")}
            testId="access-key-secret"
            onText={() => onChange({})}
          />
          <TextField
            type="password"
            name="token"
            label={words.accounts.token}
            optional
            hint={words.accounts.tokenHint}
            problem={problem("token")}
            testId="security-token"
            onText={() => onChange({})}
          />
        </>
      )}
      {source !== "kept" && (
        <FoundCredentials
          chosen={source === "typed" ? null : source.found}
          onChoose={(found) => onChange({ source: { found } })}
        />
      )}
      {source !== "kept" && source !== "typed" && (
        <div>
          <Button look="quiet" icon="pencil" onPress={() => onChange({ source: "typed" })}>
            {words.accounts.typed}
          </Button>
        </div>
      )}
    </>
  );
}
