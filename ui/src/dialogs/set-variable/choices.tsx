// What the key is set for, and where programs take its value from. What most people need is chosen already.

import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Choice, SelectField, TextField } from "../../parts/field";
import type { VariableMethod, VariablePlanView } from "../../wire";
import { useWords } from "../../words";
import { TARGET_IDS, type TargetId } from "./target";
import type { Wish } from "./use-plan";

interface ChoicesProps {
  plan: VariablePlanView;
  wish: Wish;
  onWish: (change: Partial<Wish>) => void;
}

const METHODS: VariableMethod[] = ["keyring", "value"];

export function Choices({ plan, wish, onWish }: ChoicesProps) {
  const { variable } = useWords();
  const urls = plan.hosts[0]?.baseUrls;
  const takes: Record<TargetId, boolean> = {
    dashscope: true,
    openai: Boolean(urls?.openai),
    anthropic: Boolean(urls?.anthropic),
    own: true,
  };
  const companion = plan.companions[0];
  const hintOf = (method: VariableMethod) => {
    if (method === "value") return variable.methods.value.hint;
    if (plan.noKeyring) return variable.noKeyring[plan.noKeyring];
    const all = plan.destinations.every((one) => one.canAsk);
    return all ? variable.methods.keyring.hint : variable.desktopCannotAsk;
  };
  return (
    <>
      <SelectField
        label={variable.target}
        value={wish.target}
        options={TARGET_IDS.filter((id) => takes[id]).map((id) => ({
          value: id,
          label: variable.targets[id],
        }))}
        hint={companion && variable.pairHint(companion.name, companion.text)}
        testId="variable-target"
        onChoose={(target) =>
          // Places are recommended anew: another variable may be set elsewhere.
          onWish({ target: target as TargetId, ownName: "", destinations: null, commentOut: [] })
        }
      />
      {wish.target === "own" && <OwnName begin={wish.ownName} onWish={onWish} />}
      {companion && plan.hosts.length > 1 && (
        <SelectField
          label={variable.host}
          value={wish.origin ?? plan.hosts[0]?.origin ?? ""}
          options={plan.hosts.map((host) => ({ value: host.origin, label: host.origin }))}
          testId="variable-host"
          onChoose={(origin) => onWish({ origin })}
        />
      )}
      <Choice
        legend={variable.method}
        value={plan.method}
        stacked
        options={METHODS.map((method) => ({
          value: method,
          label: variable.methods[method].label,
          hint: hintOf(method),
          disabled: method === "keyring" && plan.noKeyring !== null,
        }))}
        onChoose={(method) => onWish({ method, destinations: null })}
      />
    </>
  );
}

/** A name is planned with when it is whole, not at each letter. */
function OwnName({ begin, onWish }: { begin: string; onWish: (change: Partial<Wish>) => void }) {
  const { variable } = useWords();
  const [text, setText] = useState(begin);
  const use = () => {
    if (text.trim()) onWish({ ownName: text.trim(), destinations: null, commentOut: [] });
  };
  return (
    <div class="own-name">
      <TextField
        label={variable.ownName}
        hint={variable.ownNameHint}
        initial={begin}
        mono
        autoFocus={begin === ""}
        testId="variable-own-name"
        onText={setText}
        onEnter={use}
      />
      <Button disabled={!text.trim() || text.trim() === begin} onPress={use}>
        {variable.useName}
      </Button>
    </div>
  );
}
