// A cloud region without an account: what it is, what keys can do there, and the way to the platform's own key page.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { FailureNote } from "../../parts/note";
import { Badge, CopyRow } from "../../parts/text";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { Header } from "../../window/header";
import type { RegionView, SupportView } from "../../wire";
import { useWords } from "../../words";

export function RegionScreen({ region }: { region: RegionView }) {
  const words = useWords();
  const core = useCore();
  const { chooseRegion } = useApp();
  const opening = useAction();
  const name = words.common.region(region);
  return (
    <div class="screen">
      <Header title={name} aside={<Badge>{words.frame.regionNeedsAccount}</Badge>} />
      <div class="page">
        <p class="lead">{words.region.lead}</p>
        <div class="page-actions">
          {region.consoleUrl && (
            <Button
              look="primary"
              icon="externalLink"
              busy={opening.busy}
              onPress={() =>
                opening.run(
                  () => core.openConsole(region.id),
                  () => undefined,
                )
              }
            >
              {words.region.console}
            </Button>
          )}
          <Button icon="monitor" onPress={() => chooseRegion("this-computer")}>
            {words.region.back}
          </Button>
        </div>
        {region.consoleUrl && <p class="quiet mono console-url">{region.consoleUrl}</p>}
        {opening.failure && <FailureNote failure={opening.failure} />}
        <Hosts region={region} />
        <Capabilities region={region} />
      </div>
    </div>
  );
}

function Hosts({ region }: { region: RegionView }) {
  const words = useWords();
  return (
    <section class="card">
      <h2>{words.region.hosts}</h2>
      {!region.sharedHost && <p class="quiet">{words.region.noSharedHost}</p>}
      <div>
        {region.sharedHost && <CopyRow label={words.region.sharedHost} value={region.sharedHost} />}
        {region.baseUrls && (
          <>
            <CopyRow label={words.panel.openai} value={region.baseUrls.openai} />
            <CopyRow label={words.panel.native} value={region.baseUrls.native} />
            <CopyRow label={words.panel.anthropic} value={region.baseUrls.anthropic} />
          </>
        )}
        {region.workspaceHost && <CopyRow label={words.region.workspaceHost} value={region.workspaceHost} />}
      </div>
      <p class="field-hint">
        {region.workspaceHost && words.region.workspaceHint} {words.region.onlyHere}
      </p>
    </section>
  );
}

function Capabilities({ region }: { region: RegionView }) {
  const words = useWords();
  const { quota, ...supports } = region.capabilities;
  const features = ["customPermission", "ipv6", "disable", "reset"] as const;
  return (
    <section class="card">
      <h2>{words.region.can}</h2>
      <table class="capabilities" aria-label={words.region.can}>
        <thead>
          <tr>
            <th scope="col">{words.region.feature}</th>
            <th scope="col">{words.region.support}</th>
          </tr>
        </thead>
        <tbody>
          {features.map((feature) => (
            <tr key={feature} class={supports[feature] === "yes" ? undefined : "greyed"}>
              <th scope="row">{words.region[feature]}</th>
              <td>
                <Support support={supports[feature]} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.region.quota}</th>
            <td>{quota === null ? words.region.quotaUnknown : words.region.quotaStated(quota)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Support({ support }: { support: SupportView }) {
  const words = useWords();
  if (support === "yes")
    return (
      <span class="support support-yes">
        <Icon name="check" size={14} /> {words.region.yes}
      </span>
    );
  return (
    <span class="support">
      <Icon name={support === "no" ? "x" : "info"} size={14} /> {words.region[support]}
      <span class="support-reason">
        {support === "no" ? words.region.noReason : words.region.disputedReason}
      </span>
    </span>
  );
}
