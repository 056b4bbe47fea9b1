// Setting up a tool: what it is to use and how it comes by the key, what would be written for that, and what came of it.

import { useCallback, useEffect, useState } from "preact/hooks";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { WithKeptKeys } from "../../kept-keys/with-kept-keys";
import { keyRef } from "../../key";
import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useLatest } from "../../state/use-latest";
import type { Loading } from "../../state/use-load";
import { useSlow } from "../../state/use-slow";
import type { KeyRef, ToolView, ToolWay } from "../../wire";
import { useWords } from "../../words";
import { SetVariableDialog } from "../set-variable/set-variable-dialog";
import { Result } from "../written/result";
import { useWriting } from "../written/use-writing";
import { WriteDialog } from "../written/write-dialog";
import { ToolFields } from "./tool-fields";
import { ToolPreview } from "./tool-preview";
import { EVERYWHERE, useToolWish } from "./use-tool-wish";
import { WayChoice } from "./way-choice";

interface SetToolDialogProps {
  tool: ToolView;
  kept: Loading<KeptPlace[]>;
  /** The key that it is to be given; none for the one it has. */
  begin: KeyRef | null;
  onClose: () => void;
  /** Something on this computer is different now. */
  onChanged: () => void;
}

export function SetToolDialog({ tool, kept, begin, onClose, onChanged }: SetToolDialogProps) {
  const words = useWords();
  const { tools } = words;
  const core = useCore();
  const writing = useWriting(onChanged);
  const wish = useToolWish(kept.value ?? [], tool, begin);
  const [way, setWay] = useState<ToolWay | null>(tool.used?.way ?? null);
  const [round, setRound] = useState(0);
  const [setting, setSetting] = useState<{ key: KeyRef; variable: string } | null>(null);
  const { id } = tool;
  const { model } = wish;
  const region = wish.chosen?.keyView.region;
  const apiKeyId = wish.chosen?.keyView.apiKeyId;
  const origin = wish.host?.origin;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what asks again
  const ask = useCallback(
    () =>
      core.planTool({
        tool: id,
        key: { region: region ?? "", apiKeyId: apiKeyId ?? "" },
        origin: origin ?? "",
        model,
        way,
      }),
    [core, id, region, apiKeyId, origin, model, way, round],
  );
  // A refusal was of another preview.
  const { clear } = writing.applying;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` says when another preview is wished
  useEffect(clear, [ask, clear]);
  const whole = apiKeyId !== undefined && origin !== undefined && model !== "" && !writing.change;
  const { answer: plan, failure, current } = useLatest(whole ? ask : null);
  const slow = useSlow(whole && !current);
  const planAgain = () => setRound((before) => before + 1);
  const { chosen } = wish;
  const ignored = writing.change?.verifications.some(({ status }) => status === "ignored");
  const taken = way ?? plan?.way ?? tool.ways[0]?.way;

  const dialog = (
    <WriteDialog
      title={tools.dialog(tool.name)}
      name="tool"
      writing={writing}
      canWrite={whole && current && !failure && plan !== null && plan.writes.length > 0}
      onWrite={() => plan && writing.write(() => core.applyPlan(plan.planId))}
      onPlanAgain={planAgain}
      onClose={onClose}
      preview={
        <WithKeptKeys loading={kept} icon="wrench" lead={tools.lead} suits={EVERYWHERE}>
          {(places) => (
            <>
              <p class="quiet">{tools.dialogLead(tool.name)}</p>
              <ToolFields
                places={places}
                wish={wish}
                usual={tool.used ? tools.modelKept(tool.used.model) : tools.modelUsual}
              />
              {taken && chosen && (
                <WayChoice
                  tool={tool}
                  way={taken}
                  wanted={chosen.keyView}
                  onChoose={setWay}
                  onSetVariable={(variable) => setSetting({ key: keyRef(chosen.keyView), variable })}
                />
              )}
              {failure && current ? (
                <FailureNote failure={failure} onRetry={planAgain} />
              ) : plan ? (
                <ToolPreview plan={plan} name={tool.name} busy={!current || writing.applying.busy} />
              ) : (
                whole && <Skeleton rows={3} label={tools.planning} />
              )}
              {slow && <SlowNote what={tools.waitSettings} onStop={onClose} />}
            </>
          )}
        </WithKeptKeys>
      }
      result={
        <Result
          name="tool"
          writing={writing}
          said={{
            verifying: tools.verifying,
            all: tools.resultAll(tool.name),
            some: ignored ? tools.resultIgnored(tool.name) : tools.resultSome(tool.name),
            next: ignored
              ? tools.takeOut
              : plan?.way === "environment"
                ? tools.newTerminal(tool.name)
                : tools.restart(tool.name),
          }}
        />
      }
    />
  );
  return (
    <>
      {dialog}
      {setting && (
        <SetVariableDialog
          subject={setting.key}
          variable={setting.variable}
          onClose={() => setSetting(null)}
          onChanged={onChanged}
        />
      )}
    </>
  );
}
