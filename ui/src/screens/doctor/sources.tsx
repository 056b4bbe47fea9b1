// Which value wins where: every place that sets the variable, scope by scope, the winner first.

import { Fragment } from "preact";
import { Badge, Masked } from "../../parts/text";
import type { SourceView } from "../../wire";
import { useWords } from "../../words";

/** Nothing here is read after another: each counts by itself. */
const APART = new Set(["project", "tool", "unit"]);

export function Sources({ sources }: { sources: SourceView[] }) {
  const { doctor } = useWords();
  const { columns } = doctor;
  return (
    <section class="doctor-sources" aria-labelledby="doctor-sources">
      <h2 id="doctor-sources">{doctor.sources}</h2>
      {sources.length === 0 ? (
        <p class="quiet">{doctor.noSources}</p>
      ) : (
        <>
          <p class="quiet">{doctor.sourcesWhy}</p>
          <table class="sources" aria-labelledby="doctor-sources">
            <thead>
              <tr>
                <th scope="col">{columns.scope}</th>
                <th scope="col">{columns.place}</th>
                <th scope="col">{columns.value}</th>
                <th scope="col">{columns.standing}</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source, row) => (
                <Row
                  key={`${source.scope} ${source.place} ${source.line}`}
                  source={source}
                  again={isAgain(sources, row)}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** The row above is for the same programs. */
function isAgain(sources: SourceView[], row: number): boolean {
  const scope = sources[row]?.scope;
  return scope !== undefined && !APART.has(scope) && sources[row - 1]?.scope === scope;
}

function Row({ source, again }: { source: SourceView; again: boolean }) {
  const { doctor } = useWords();
  const place = source.line === null ? source.place : `${source.place}:${source.line}`;
  const standing = APART.has(source.scope) ? doctor.counts : source.wins ? doctor.wins : doctor.loses;
  return (
    <tr
      class={source.wins ? "source-wins" : "source-loses"}
      data-testid={source.wins ? "source-wins" : undefined}
    >
      <th scope="row" class={again ? "source-again" : undefined}>
        <span class={again ? "aloud" : undefined}>{doctor.scopes[source.scope]}</span>
      </th>
      <td>
        <code class="source-place">
          {place.split(/(?<=[/\\])/).map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have nothing but their place
            <Fragment key={at}>
              {part}
              <wbr />
            </Fragment>
          ))}
        </code>
      </td>
      <td>
        {source.masked === null ? (
          <span class="quiet">{source.ours ? doctor.fromKeyring : doctor.workedOut}</span>
        ) : (
          <Masked masked={source.masked} />
        )}
      </td>
      <td>
        <span class="source-badges">
          {source.wins ? (
            <Badge tone="accent" icon="check">
              {standing}
            </Badge>
          ) : (
            <Badge>{standing}</Badge>
          )}
          {source.isThisKey && <Badge tone="good">{doctor.thisKey}</Badge>}
          {source.ours && <Badge>{doctor.ours}</Badge>}
        </span>
      </td>
    </tr>
  );
}
