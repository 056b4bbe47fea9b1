// A tool that is led by hand.

import { Button } from "../../parts/button";
import type { ToolView } from "../../wire";
import { useWords } from "../../words";
import { ToolHead } from "./tool-head";

export function GuidedTool({ tool, onGuide }: { tool: ToolView; onGuide: () => void }) {
  const { tools } = useWords();
  return (
    <article class="card tool" data-testid={`tool-${tool.id}`}>
      <ToolHead tool={tool}>
        <Button icon="listChecks" label={tools.stepsOf(tool.name)} onPress={onGuide}>
          {tools.steps}
        </Button>
      </ToolHead>
    </article>
  );
}
