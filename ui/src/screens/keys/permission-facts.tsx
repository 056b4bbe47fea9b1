// Who may use a key and for what, in sentences that are always true.

import type { PermissionView } from "../../wire";
import { useWords } from "../../words";

export function PermissionFacts({ permission }: { permission: PermissionView }) {
  const words = useWords();
  const limited = permission.type === "custom" ? permission : null;
  const addresses = limited && !limited.anyAddress ? limited.accessIps : null;
  const models = limited?.models ?? null;
  return (
    <section>
      <h3>{words.panel.permission}</h3>
      <p>{addresses ? words.panel.onlyAddresses(addresses.length) : words.panel.anyAddress}</p>
      {addresses && <Entries all={addresses} />}
      <p>{models ? words.panel.onlyModels(models.length) : words.panel.anyModel}</p>
      {models && <Entries all={models} />}
    </section>
  );
}

function Entries({ all }: { all: string[] }) {
  return (
    <ul class="entries mono">
      {all.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ul>
  );
}
