// What the tool would use, what keeps it from reading that, what wins over it, and every file that would be written.

import { Note } from "../../parts/note";
import { Masked } from "../../parts/text";
import type { ToolPlanView } from "../../wire";
import { useWords } from "../../words";
import { Writes } from "../written/writes";

interface ToolPreviewProps {
  plan: ToolPlanView;
  /** The tool, by its name. */
  name: string;
  /** The plan is not the one for the wish yet. */
  busy: boolean;
}

export function ToolPreview({ plan, name, busy }: ToolPreviewProps) {
  const words = useWords();
  const { tools } = words;
  return (
    <div class="preview" aria-busy={busy} data-testid="tool-preview">
      {plan.obstacle && (
        <Note tone="warning" title={tools.notRead(name)} testId="obstacle">
          {tools.obstacle(name, tools.obstacles[plan.obstacle.kind], plan.obstacle.place)}
        </Note>
      )}
      {plan.overriddenBy.length > 0 && (
        <Note tone="warning" title={tools.overridden} testId="overridden">
          <ul class="tool-sources">
            {plan.overriddenBy.map((source) => (
              <li key={`${source.place} ${source.setting}`}>
                {tools.wins(source.setting, source.place)} <code class="mono">{source.masked}</code>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <section>
        <h3>{tools.result}</h3>
        <dl class="facts">
          <dt>{tools.key}</dt>
          <dd>
            <Masked masked={plan.masked} />
          </dd>
          <dt>{tools.baseUrl}</dt>
          <dd class="mono">{plan.baseUrl}</dd>
          <dt>{tools.model}</dt>
          <dd class="mono">{plan.model}</dd>
        </dl>
      </section>
      <section>
        <h3>{words.variable.files}</h3>
        {plan.writes.length === 0 ? <p class="quiet">{tools.noWrites}</p> : <Writes all={plan.writes} />}
      </section>
    </div>
  );
}
