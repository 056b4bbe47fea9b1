// How the tool is to come by the key, with what that means in a sentence each.

import { Choice } from "../../parts/field";
import { Note } from "../../parts/note";
import type { ToolView, ToolWay, ToolWayView } from "../../wire";
import { useWords, type Words } from "../../words";

interface WayChoiceProps {
  tool: ToolView;
  way: ToolWay;
  onChoose: (way: ToolWay) => void;
}

export function WayChoice({ tool, way, onChoose }: WayChoiceProps) {
  const { tools } = useWords();
  const taken = tool.ways.find((one) => one.way === way);
  return (
    <>
      <Choice<ToolWay>
        legend={tools.way}
        stacked
        value={way}
        options={tool.ways.map((one, place) => ({
          value: one.way,
          label: place === 0 && tool.ways.length > 1 ? tools.best(tools.ways[one.way]) : tools.ways[one.way],
          hint: hintOf(one, tools),
        }))}
        onChoose={onChoose}
      />
      {taken?.variable && !taken.variableSet && (
        <Note tone="warning" title={tools.variableNot(taken.variable)} testId="variable-not-set">
          {tools.variableNotBody}
        </Note>
      )}
    </>
  );
}

function hintOf({ way, variable, variableSet }: ToolWayView, tools: Words["tools"]): string {
  if (way === "helper") return tools.helperHint;
  if (way === "value" || !variable) return tools.valueHint;
  return variableSet ? tools.environmentSet(variable) : tools.environmentHint(variable);
}
