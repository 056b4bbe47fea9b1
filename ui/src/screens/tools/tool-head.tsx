// The first lines of a tool: its name, whether it was found and where, and what can be done.

import type { ComponentChildren } from "preact";
import { Badge } from "../../parts/text";
import type { ToolView } from "../../wire";
import { useWords } from "../../words";

interface ToolHeadProps {
  tool: ToolView;
  /** Something that has to be known about it. */
  note?: ComponentChildren;
  /** The buttons. */
  children: ComponentChildren;
}

export function ToolHead({ tool, note, children }: ToolHeadProps) {
  const { tools } = useWords();
  const { program, settings, handling } = tool;
  return (
    <header class="tool-head">
      <div class="tool-name">
        <h3>{tool.name}</h3>
        {program ? (
          <Badge tone="good" title={program}>
            {tools.installed}
          </Badge>
        ) : (
          // A tool that is used in the browser is never found.
          handling === "written" && <Badge>{tools.notFound}</Badge>
        )}
        {note}
      </div>
      <div class="tool-actions">{children}</div>
      {(settings ?? program) && (
        <code class="mono tool-path" title={settings ? tools.settings : tools.program}>
          {settings ?? program}
        </code>
      )}
    </header>
  );
}
