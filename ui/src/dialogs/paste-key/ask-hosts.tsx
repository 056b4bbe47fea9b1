// Finding where a key belongs: the hosts that would be asked are named first, and asked only after the press that agrees.
// Then what each of them said.

import { Button } from "../../parts/button";
import { TextField } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { FailureNote, SlowNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { isUnreachable } from "../../state/use-regions";
import type { Failure, HostAnswerView, PastedKeyView } from "../../wire";
import { useWords } from "../../words";
import { wordsFor } from "../../words/failures";
import { askRequest, type Draft, hostsToAsk, workspaceRegions } from "./draft";
import { useRegionName } from "./recognized";

interface AskHostsProps {
  pasted: PastedKeyView;
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** The host alone: what is asked is the same everywhere. */
function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "");
}

export function AskHosts({ pasted, draft, onChange }: AskHostsProps) {
  const words = useWords();
  const core = useCore();
  const asking = useAction();
  const regionName = useRegionName();
  const count = hostsToAsk(pasted, draft);
  const { answers } = draft;
  const named = workspaceRegions(pasted);
  const answered = new Set(answers?.map((one) => one.origin));
  const rows = pasted.candidates.filter(({ origin }) => origin !== null && !answered.has(origin));

  const ask = () =>
    asking.run(
      () => core.askHosts(askRequest(pasted, draft)),
      (found) => onChange({ answers: found, place: null, origin: null }),
    );

  return (
    <section class="paste-section" data-testid="ask-hosts">
      <h3>{pasted.kind === "plan" ? words.paste.findPlan : words.paste.find}</h3>
      <p class="quiet">{words.paste.findLead(count)}</p>
      <table class="asked">
        <thead>
          <tr>
            <th scope="col">{words.paste.place}</th>
            <th scope="col">{words.paste.host}</th>
            {answers && <th scope="col">{words.paste.answer}</th>}
          </tr>
        </thead>
        <tbody>
          {answers?.map((answer) => (
            <tr key={answer.origin}>
              <HostCells region={regionName(answer.region)} plan={planOf(answer)} origin={answer.origin} />
              <td class="asked-said">
                <Answer answer={answer} />
              </td>
            </tr>
          ))}
          {rows.map((one) => (
            <tr key={one.origin}>
              <HostCells region={regionName(one.region)} plan={planOf(one)} origin={one.origin ?? ""} />
              {answers && <td />}
            </tr>
          ))}
        </tbody>
      </table>
      {answers && (
        <p class="field-hint" role="status">
          {answers.some((one) => one.models !== null) ? words.paste.acceptedHint : words.paste.nobody}
        </p>
      )}
      {named.length > 0 && (
        <>
          <p class="field-hint">{words.paste.workspaceHint}</p>
          <div class="asked-workspaces">
            {named.map((region) => (
              <TextField
                key={region}
                label={words.paste.workspaceOf(regionName(region))}
                optional
                mono
                initial={draft.workspaces[region] ?? ""}
                testId={`workspace-${region}`}
                onText={(text) => onChange({ workspaces: { ...draft.workspaces, [region]: text } })}
              />
            ))}
          </div>
        </>
      )}
      <div>
        <Button icon="send" busy={asking.busy} testId="ask-submit" onPress={ask}>
          {asking.busy ? words.paste.asking : answers ? words.paste.askAgain(count) : words.paste.ask(count)}
        </Button>
      </div>
      {asking.slow && <SlowNote what={words.paste.hosts(count)} onStop={asking.stop} />}
      {asking.failure && <FailureNote failure={asking.failure} />}
    </section>
  );

  function planOf({ plan }: Pick<HostAnswerView, "plan">): string | null {
    return plan === "payAsYouGo" ? null : words.paste.plans[plan];
  }
}

function HostCells({ region, plan, origin }: { region: string; plan: string | null; origin: string }) {
  return (
    <>
      <th scope="row">{plan ? `${region} · ${plan}` : region}</th>
      <td class="mono">{hostOf(origin)}</td>
    </>
  );
}

function Answer({ answer }: { answer: HostAnswerView }) {
  const words = useWords();
  const { models, failure, millis } = answer;
  const why = failure && whyOf(failure);
  return (
    <div>
      <div class="asked-answer">
        {models !== null ? (
          <span class="asked-accepted">
            <Icon name="check" size={14} /> {words.paste.accepted(models)}
          </span>
        ) : (
          <span>{isUnreachable(failure) ? words.paste.noAnswer : words.paste.refused}</span>
        )}
        <span class="quiet figures">{words.common.milliseconds(millis)}</span>
      </div>
      {why && <div class="field-hint">{why}</div>}
    </div>
  );

  /** That it is another region's key, the other rows say. */
  function whyOf(failed: Failure): string | null {
    if (failed.code === "keyRefused" && ["unknown", "wrongRegion"].includes(failed.cause.kind)) return null;
    return wordsFor(words.failures, failed).why;
  }
}
