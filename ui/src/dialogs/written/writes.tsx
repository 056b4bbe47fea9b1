// Every file that would be written, with the lines around what changes in it.

import { Badge } from "../../parts/text";
import type { WriteView } from "../../wire";
import { useWords } from "../../words";

export function Writes({ all }: { all: WriteView[] }) {
  return (
    <>
      {all.map((write) => (
        <Write key={`${write.destination}${write.path}${write.action}`} write={write} />
      ))}
    </>
  );
}

function Write({ write }: { write: WriteView }) {
  const words = useWords();
  return (
    <details class="write" open data-testid={`write-${write.action}`}>
      <summary>
        <span class="write-path mono">{write.path}</span>
        <span class="write-badges">
          <Badge>{words.variable.actions[write.action]}</Badge>
          {write.plaintext && (
            <Badge tone="warning" title={words.variable.plaintextHint}>
              {words.variable.plaintext}
            </Badge>
          )}
        </span>
      </summary>
      {write.linkTarget && <p class="field-hint">{words.variable.link(write.linkTarget)}</p>}
      {write.plaintext && <p class="field-hint">{words.variable.plaintextHint}</p>}
      {write.makesPrivate && <p class="field-hint">{words.variable.makesPrivate}</p>}
      {write.lines.length > 0 && (
        <table class="diff mono" aria-label={words.variable.showLines}>
          <tbody>
            {write.lines.map((line) => (
              <tr key={`${line.kind}${line.number}`} class={`diff-${line.kind}`}>
                <td class="diff-number">{line.number}</td>
                <td class="diff-mark">
                  <span aria-hidden="true">
                    {line.kind === "added" ? "+" : line.kind === "removed" ? "−" : ""}
                  </span>
                  {line.kind !== "context" && <span class="aloud">{words.variable[line.kind]}</span>}
                </td>
                <td class="diff-text">{line.text || " "}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
