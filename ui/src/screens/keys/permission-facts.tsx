// Who may use a key and for what, in sentences that are always true.

import { Button } from "../../parts/button";
import type { PermissionView } from "../../wire";
import { useWords } from "../../words";

interface PermissionFactsProps {
  permission: PermissionView;
  onEdit: () => void;
  /** Why the region cannot do it. */
  refused: string | undefined;
}

export function PermissionFacts({ permission, onEdit, refused }: PermissionFactsProps) {
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
      <div class="panel-edit">
        <Button
          icon="shieldCheck"
          disabled={refused !== undefined}
          describedBy={refused ? "permission-refused" : undefined}
          onPress={onEdit}
        >
          {words.permission.edit}
        </Button>
        {refused && (
          <p class="field-hint" id="permission-refused">
            {refused}
          </p>
        )}
      </div>
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
