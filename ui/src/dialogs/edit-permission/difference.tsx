// What saving would change for one key, in words: what is added, what goes, who is let in before and after.

import { Badge } from "../../parts/text";
import { countsText, letInSentence } from "../../permission/state-line";
import type { LetInView, PermissionChangeView } from "../../wire";
import { useWords, type Words } from "../../words";

/** "+2 addresses", "−1 model". */
export function Counts({ change }: { change: PermissionChangeView }) {
  const words = useWords();
  const { permission } = words;
  const { addresses, models } = change;
  return (
    <span class="difference-counts">
      {addresses.added.length > 0 && <Badge tone="good">{permission.plus(addresses.added.length)}</Badge>}
      {addresses.removed.length > 0 && (
        <Badge tone="warning">{permission.minus(addresses.removed.length)}</Badge>
      )}
      {models.added.length > 0 && <Badge tone="good">{permission.plusModels(models.added.length)}</Badge>}
      {models.removed.length > 0 && (
        <Badge tone="warning">{permission.minusModels(models.removed.length)}</Badge>
      )}
      {change.unchanged && <span class="quiet">{permission.nothing}</span>}
    </span>
  );
}

export function Difference({ change, subject }: { change: PermissionChangeView; subject: string }) {
  const words = useWords();
  const { permission } = words;
  const { addresses, models } = change;
  if (change.unchanged) return <p class="quiet">{permission.nothing}</p>;
  return (
    <div class="difference" data-testid="difference">
      <Counts change={change} />
      <dl class="facts">
        <dt>{permission.who}</dt>
        <dd>
          <FromTo
            from={letIn(addresses.before, subject, words)}
            to={letIn(addresses.after, subject, words)}
          />
          <Lines sign="+" label={permission.added} all={addresses.added} />
          <Lines sign="−" label={permission.removed} all={addresses.removed} />
          {addresses.before.anyone === "some" && addresses.after.anyone === "some" && (
            <p class="quiet">
              {isSome(addresses.gained) && permission.gained(countsText(addresses.gained, words))}{" "}
              {isSome(addresses.lost) && permission.lost(countsText(addresses.lost, words))}
            </p>
          )}
        </dd>
        <dt>{permission.what}</dt>
        <dd>
          <p>{modelsSentence(change, words)}</p>
          <Lines sign="+" label={permission.added} all={models.added} />
          <Lines sign="−" label={permission.removed} all={models.removed} />
        </dd>
      </dl>
    </div>
  );
}

function isSome({ ipv4, ipv6 }: { ipv4: string; ipv6: string }): boolean {
  return ipv4 !== "0" || ipv6 !== "0";
}

function letIn(list: LetInView, subject: string, words: Words): string {
  return letInSentence(list.anyone, list.addresses, subject, words);
}

function modelsSentence({ models, wanted }: PermissionChangeView, words: Words): string {
  const { permission } = words;
  if (models.before !== null && models.after === null) return permission.toAllModels;
  if (models.before === null && models.after !== null) {
    const names = wanted.type === "custom" ? (wanted.models ?? []) : [];
    return `${permission.toTheseModels(models.after)} ${names.join(", ")}`;
  }
  return models.after === null ? permission.state.everyModel : permission.state.onlyModels(models.after);
}

function FromTo({ from, to }: { from: string; to: string }) {
  const words = useWords();
  if (from === to) return <p>{to}</p>;
  return (
    <>
      <p class="quiet">
        {words.permission.from}: {from}
      </p>
      <p>
        {words.permission.to}: <strong>{to}</strong>
      </p>
    </>
  );
}

function Lines({ sign, label, all }: { sign: "+" | "−"; label: string; all: string[] }) {
  if (all.length === 0) return null;
  return (
    <ul class={sign === "+" ? "lines lines-added" : "lines lines-removed"} aria-label={label}>
      {all.map((line) => (
        <li key={line} class="mono">
          <span aria-hidden="true">{sign} </span>
          {line}
        </li>
      ))}
    </ul>
  );
}
