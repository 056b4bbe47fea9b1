// What would be written, and where: places to tick, every file with its lines, and lines of others that are in the way.

import { Check } from "../../parts/field";
import { Note } from "../../parts/note";
import { Badge } from "../../parts/text";
import type { ForeignView, VariablePlanView } from "../../wire";
import { useWords } from "../../words";
import { Writes } from "../written/writes";
import type { Wish } from "./use-plan";

interface PreviewProps {
  plan: VariablePlanView;
  wish: Wish;
  /** The plan is not the one for the wish yet. */
  busy: boolean;
  onWish: (change: Partial<Wish>) => void;
}

export function Preview({ plan, wish, busy, onWish }: PreviewProps) {
  const words = useWords();
  const ticked = wish.destinations ?? [];
  const commented = wish.commentOut;
  return (
    <div class="preview" aria-busy={busy}>
      <section>
        <h3>{words.variable.where}</h3>
        {plan.destinations.map((place) => (
          <Check
            key={place.id}
            checked={ticked.includes(place.id)}
            testId={`destination-${place.id}`}
            label={
              <>
                {words.variable.destinations[place.id]}{" "}
                {place.isLoginShell && <Badge>{words.variable.loginShell}</Badge>}{" "}
                {plan.method === "keyring" && !place.canAsk && (
                  <Badge tone="warning">{words.variable.inPlainText}</Badge>
                )}{" "}
                {place.alreadySet && <Badge tone="accent">{words.variable.alreadySet}</Badge>}
              </>
            }
            hint={
              <>
                <span class="mono">{place.path}</span>
                {place.id === "windowsUser" && <> {words.variable.windowsUserHint}</>}
              </>
            }
            onChange={(on) =>
              onWish({ destinations: on ? [...ticked, place.id] : ticked.filter((id) => id !== place.id) })
            }
          />
        ))}
      </section>
      {plan.foreign.length > 0 && (
        <section>
          <h3>{words.variable.foreignTitle(plan.variable)}</h3>
          {plan.foreign.map((line) => (
            <Foreign
              key={line.id}
              line={line}
              chosen={commented.includes(line.id)}
              onChange={(on) =>
                onWish({
                  commentOut: on ? [...commented, line.id] : commented.filter((id) => id !== line.id),
                })
              }
            />
          ))}
        </section>
      )}
      <section>
        <h3>{words.variable.files}</h3>
        {plan.writes.length === 0 ? (
          <p class="quiet">{words.variable.noFiles}</p>
        ) : (
          <Writes all={plan.writes} />
        )}
      </section>
    </div>
  );
}

function Foreign({
  line,
  chosen,
  onChange,
}: {
  line: ForeignView;
  chosen: boolean;
  onChange: (on: boolean) => void;
}) {
  const words = useWords();
  return (
    <Note tone={line.wins ? "warning" : "info"} testId={`foreign-${line.line}`}>
      <p class="mono foreign-place">{line.line > 0 ? `${line.path}:${line.line}` : line.path}</p>
      <pre class="foreign-line mono">{line.text}</pre>
      <p>{line.wins ? words.variable.foreignWins : words.variable.foreignLoses}</p>
      {line.canCommentOut ? (
        <Check label={words.variable.commentOut} checked={chosen} onChange={onChange} />
      ) : (
        <p class="quiet">{line.line > 0 ? words.variable.cannotCommentOut : words.variable.machineWide}</p>
      )}
    </Note>
  );
}
