// What is known of a workspace, its hosts, and the way to its keys.

import { CopyRow } from "../../parts/text";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import type { RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";
import { momentOf } from "../../words/dates";
import { refOf, siteHintOf, siteOf } from "./workspace";

export function Overview({ region, workspace }: { region: RegionView; workspace: WorkspaceRowView }) {
  const words = useWords();
  const { goTo } = useApp();
  const { serviceSite, hosts, keys, isDefault } = workspace;
  return (
    <>
      <section>
        <dl class="facts">
          <dt>{words.workspaces.columns.keys}</dt>
          <dd>
            {keys === 0 ? (
              words.workspaces.noKeys
            ) : (
              <button
                type="button"
                class="link"
                data-testid="workspace-keys"
                onClick={() => goTo("keys", { kind: "keysOf", workspace: refOf(region.id, workspace) })}
              >
                {words.workspaces.keysOf(keys)}
              </button>
            )}
          </dd>
          <dt>{words.workspaces.site}</dt>
          <dd>
            {siteOf(serviceSite, words.workspaces)}
            {serviceSite && <p class="field-hint">{siteHintOf(serviceSite, words.workspaces)}</p>}
          </dd>
          <dt>{words.workspaces.columns.created}</dt>
          <dd>{momentOf(workspace.createdAt, words.tag)}</dd>
        </dl>
        {!isHere(region) && (
          <p class="quiet">{isDefault ? words.clouds.workspaceDefault : words.clouds.workspaceOther}</p>
        )}
      </section>
      <section>
        <CopyRow label={words.workspaces.id} value={workspace.id} />
        {hosts.map((host) => (
          <div key={host.origin}>
            <CopyRow label={words.clouds.hostKinds[host.kind]} value={host.origin} />
            <p class="field-hint">{words.clouds.hostHints[host.kind]}</p>
          </div>
        ))}
      </section>
    </>
  );
}
