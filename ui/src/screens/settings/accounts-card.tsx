// The accounts of the cloud: who each of them is, which one is worked with, and what can be done with them.

import { useEffect, useRef, useState } from "preact/hooks";
import { Identity } from "../../dialogs/account/identity";
import { RamPolicy } from "../../dialogs/account/ram-policy";
import { RemoveAccountDialog } from "../../dialogs/account/remove-account-dialog";
import { AccountDialog } from "../../dialogs/lazy";
import { Button } from "../../parts/button";
import { FailureNote, SlowNote } from "../../parts/note";
import { Badge } from "../../parts/text";
import { accountOf } from "../../place";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useAction } from "../../state/use-action";
import { useShowKeys } from "../../state/use-show-keys";
import type { AccountView } from "../../wire";
import { useWords } from "../../words";
import { momentOf } from "../../words/dates";

type Open = { kind: "edit"; account: AccountView | null } | { kind: "remove"; account: AccountView } | null;

export function AccountsCard() {
  const words = useWords();
  const toasts = useToasts();
  const { app, errand, refresh } = useApp();
  const card = useRef<HTMLElement>(null);
  const led = errand?.kind === "accounts" ? errand : null;
  const showKeys = useShowKeys();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const worked = accountOf(app);

  useEffect(() => {
    if (!led) return;
    const goal = card.current?.querySelector<HTMLElement>(led.policy ? "summary" : "button");
    goal?.focus();
    (led.policy ? goal : card.current)?.scrollIntoView();
  }, [led]);

  return (
    <section class="card" ref={card} data-testid="accounts">
      <h2>{words.accounts.title}</h2>
      <p class="quiet">{words.accounts.lead}</p>
      {app.accounts.length === 0 ? (
        <p>{words.accounts.none}</p>
      ) : (
        <ul class="accounts">
          {app.accounts.map((account) => (
            <Account
              key={account.id}
              account={account}
              inUse={app.accounts.length > 1 ? account.id === worked?.id : null}
              onEdit={() => setOpen({ kind: "edit", account })}
              onRemove={() => setOpen({ kind: "remove", account })}
            />
          ))}
        </ul>
      )}
      <div class="page-actions">
        <Button icon="plus" testId="add-account" onPress={() => setOpen({ kind: "edit", account: null })}>
          {words.accounts.add}
        </Button>
      </div>
      <RamPolicy folded={!led?.policy} />
      {open?.kind === "edit" && (
        <AccountDialog account={open.account} onClose={close} onSaved={refresh} onShowKeys={showKeys} />
      )}
      {open?.kind === "remove" && (
        <RemoveAccountDialog
          account={open.account}
          onClose={close}
          onRemoved={() => {
            close();
            refresh();
            toasts.say(words.accounts.removed(open.account.name));
          }}
        />
      )}
    </section>
  );
}

interface AccountProps {
  account: AccountView;
  /** `null` where there is but one: then there is nothing to choose. */
  inUse: boolean | null;
  onEdit: () => void;
  onRemove: () => void;
}

function Account({ account, inUse, onEdit, onRemove }: AccountProps) {
  const words = useWords();
  const core = useCore();
  const toasts = useToasts();
  const { refresh, chooseAccount } = useApp();
  const checking = useAction();
  const { name } = account;
  return (
    <li class="account-row" data-testid={`account-${account.id}`}>
      <div class="account-head">
        <h3>{name}</h3>
        <Badge>{words.accounts.sites[account.site]}</Badge>
        {account.kind === "sts" && <Badge>{words.accounts.temporary}</Badge>}
        {inUse && <Badge tone="accent">{words.accounts.inUse}</Badge>}
      </div>
      <p class="quiet">
        <code class="mono">{account.accessKeyId}</code>
        {account.checkedAt !== null && ` · ${words.accounts.checked(momentOf(account.checkedAt, words.tag))}`}
      </p>
      <Identity account={account} />
      <Endpoints account={account} />
      {checking.slow && <SlowNote what={words.waiting.service} onStop={checking.stop} />}
      {checking.failure && <FailureNote failure={checking.failure} />}
      <div class="page-actions">
        {inUse === false && (
          <Button label={words.accounts.workWithOf(name)} onPress={() => chooseAccount(account.id)}>
            {words.accounts.workWith}
          </Button>
        )}
        <Button
          icon="activity"
          label={words.accounts.checkOf(name)}
          busy={checking.busy}
          onPress={() =>
            checking.run(
              () => core.checkAccount(account.id),
              ({ millis }) => {
                toasts.say(words.accounts.checkedNow(name, millis));
                refresh();
              },
            )
          }
        >
          {checking.busy ? words.accounts.checking : words.accounts.check}
        </Button>
        <Button icon="pencil" label={words.accounts.editOf(name)} onPress={onEdit}>
          {words.accounts.edit}
        </Button>
        <Button look="quiet" icon="trash" label={words.accounts.removeOf(name)} onPress={onRemove}>
          {words.accounts.remove}
        </Button>
      </div>
    </li>
  );
}

/** Own addresses, where there are any: what is asked instead of the platform's own. */
function Endpoints({ account }: { account: AccountView }) {
  const words = useWords();
  const { app } = useApp();
  const lines: [string, string][] = [];
  for (const { region, control, data } of account.endpoints) {
    const known = app.regions.find((one) => one.region === region);
    const name = known ? words.common.region(known) : region;
    if (control) lines.push([words.accounts.controlOf(name), control]);
    if (data) lines.push([words.accounts.dataOf(name), data]);
  }
  if (account.stsEndpoint) lines.push([words.accounts.sts, account.stsEndpoint]);
  if (account.caFile) lines.push([words.accounts.caFile, account.caFile]);
  if (lines.length === 0) return null;
  return (
    <dl class="facts">
      {lines.map(([term, value]) => (
        <>
          <dt key={term}>{term}</dt>
          <dd class="mono">{value}</dd>
        </>
      ))}
    </dl>
  );
}
