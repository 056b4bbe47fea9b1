// How the tool is to come by the key, with what that means in a sentence each. A variable that it would read, and that does not
// hold the key yet, can be set on the way.

import { sameKey } from "../../key";
import { Button } from "../../parts/button";
import { Choice } from "../../parts/field";
import { Note } from "../../parts/note";
import type { KeyRef, ToolView, ToolWay, ToolWayView } from "../../wire";
import { useWords, type Words } from "../../words";

interface WayChoiceProps {
  tool: ToolView;
  way: ToolWay;
  /** The key that the tool is to use. */
  wanted: KeyRef;
  onChoose: (way: ToolWay) => void;
  onSetVariable: (variable: string) => void;
}

export function WayChoice({ tool, way, wanted, onChoose, onSetVariable }: WayChoiceProps) {
  const { tools, doctor, variable: words } = useWords();
  const taken = tool.ways.find((one) => one.way === way);
  const variable = taken && !holds(taken, wanted) ? taken.variable : null;
  return (
    <>
      <Choice<ToolWay>
        legend={tools.way}
        stacked
        value={way}
        options={tool.ways.map((one, place) => ({
          value: one.way,
          label: place === 0 && tool.ways.length > 1 ? tools.best(tools.ways[one.way]) : tools.ways[one.way],
          hint: hintOf(one, wanted, tools),
        }))}
        onChoose={onChoose}
      />
      {tool.lacksPrinter && (
        <p class="field-hint" data-testid="lacks-printer">
          {words.noKeyring.programMissing}
        </p>
      )}
      {variable && (
        <Note
          tone="warning"
          title={taken?.variableKey ? tools.variableOther(variable) : tools.variableNot(variable)}
          testId="variable-not-set"
          actions={
            <Button icon="terminal" testId="tool-set-variable" onPress={() => onSetVariable(variable)}>
              {doctor.setVariable(variable)}
            </Button>
          }
        >
          {taken?.variableKey ? tools.variableOtherBody : tools.variableNotBody}
        </Note>
      )}
    </>
  );
}

/** The tool would find this key, as far as it depends on a variable. */
function holds({ variable, variableKey }: ToolWayView, wanted: KeyRef): boolean {
  return variable === null || (variableKey !== null && sameKey(variableKey, wanted));
}

function hintOf(way: ToolWayView, wanted: KeyRef, tools: Words["tools"]): string {
  if (way.way === "helper") return tools.helperHint;
  if (way.way === "value" || !way.variable) return tools.valueHint;
  return holds(way, wanted) ? tools.environmentSet(way.variable) : tools.environmentHint(way.variable);
}
