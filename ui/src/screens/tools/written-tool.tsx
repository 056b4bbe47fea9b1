// A tool that is set up from here: whether it is installed, what it was set to, and what stands in the way.

import { nameOf } from "../../key";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/note";
import { Badge } from "../../parts/text";
import { useApp } from "../../state/app-context";
import type { KeyView, ToolUseView, ToolView } from "../../wire";
import { useWords } from "../../words";
import { ToolHead } from "./tool-head";

interface WrittenToolProps {
  tool: ToolView;
  /** The key that it was set to, if it is on this computer. */
  keyView: KeyView | undefined;
  /** The keys on this computer have been read. */
  keysKnown: boolean;
  onSet: () => void;
  /** Looks at it again. */
  onLook: () => void;
}

export function WrittenTool({ tool, keyView, keysKnown, onSet, onLook }: WrittenToolProps) {
  const { tools } = useWords();
  const { goTo } = useApp();
  const { used, name } = tool;
  return (
    <article class="card tool" data-testid={`tool-${tool.id}`}>
      <ToolHead
        tool={tool}
        note={
          used?.changedSince && (
            <Badge tone="warning" title={tools.changedSinceHint}>
              {tools.changedSince}
            </Badge>
          )
        }
      >
        {used && (
          <Button
            look="quiet"
            icon="arrowRight"
            label={tools.showChangeOf(name)}
            onPress={() => goTo("changes")}
          >
            {tools.showChange}
          </Button>
        )}
        <Button
          icon="wrench"
          disabled={tool.problem !== null}
          label={used ? tools.changeTool(name) : tools.setUpTool(name)}
          onPress={onSet}
        >
          {used ? tools.change : tools.setUp}
        </Button>
      </ToolHead>
      {tool.problem && <FailureNote failure={tool.problem} onRetry={onLook} />}
      {used ? (
        <Used tool={tool} used={used} keyView={keyView} keysKnown={keysKnown} />
      ) : (
        !tool.problem && <p class="quiet">{tools.notSet}</p>
      )}
      {used?.obstacle && (
        <p class="tool-warning">
          {tools.obstacle(name, tools.obstacles[used.obstacle.kind], used.obstacle.place)}
        </p>
      )}
      {used?.changedSince && <p class="tool-warning">{tools.changedSinceHint}</p>}
    </article>
  );
}

interface UsedProps extends Pick<WrittenToolProps, "tool" | "keyView" | "keysKnown"> {
  used: ToolUseView;
}

function Used({ tool, used, keyView, keysKnown }: UsedProps) {
  const words = useWords();
  const { tools } = words;
  const { app } = useApp();
  const region = app.regions.find(({ id }) => id === used.key.region);
  const name = keyView && nameOf(keyView) !== keyView.masked ? nameOf(keyView) : null;
  const variable = tool.ways.find(({ way }) => way === used.way)?.variable;
  return (
    <dl class="facts tool-facts">
      <dt>{tools.key}</dt>
      <dd>
        {name && `${name} · `}
        <span class="masked mono">{keyView || !keysKnown ? used.masked : tools.lostKey(used.masked)}</span>{" "}
        {region && <Badge>{words.common.region(region)}</Badge>}
      </dd>
      <dt>{tools.way}</dt>
      <dd>
        {tools.ways[used.way]} {variable && <code class="mono">{variable}</code>}
        {used.way === "value" && (
          <Badge tone="warning" title={words.variable.plaintextHint}>
            {words.variable.plaintext}
          </Badge>
        )}
      </dd>
      <dt>{tools.baseUrl}</dt>
      <dd class="mono">{used.baseUrl}</dd>
      <dt>{tools.model}</dt>
      <dd class="mono">{used.model}</dd>
    </dl>
  );
}
