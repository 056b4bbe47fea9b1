// A cloud region without an account: what one gets with one, what keys can do there, and the way to the platform's own key
// page. Keys that were pasted can be used here without an account.

import { useState } from "preact/hooks";
import { AccountDialog, PasteKeyDialog, SetVariableDialog } from "../../dialogs/lazy";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { FailureNote } from "../../parts/note";
import { Badge, CopyRow } from "../../parts/text";
import { THIS_COMPUTER } from "../../place";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { useShowKeys } from "../../state/use-show-keys";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import type { KeyRef, RegionView, SupportView } from "../../wire";
import { useWords } from "../../words";
import { useKeptHere } from "./use-kept-here";

export function RegionScreen({ region }: { region: RegionView }) {
  const words = useWords();
  const core = useCore();
  const { chooseRegion, refresh } = useApp();
  const showKeys = useShowKeys();
  const opening = useAction();
  const kept = useKeptHere(region);
  const [dialog, setDialog] = useState<"account" | "paste" | KeyRef | null>(null);
  // With an account this page is another one: it stays until the dialog has said what came of it.
  const [added, setAdded] = useState(false);
  const name = words.common.region(region);
  return (
    <div class="screen-with-panel">
      <div class="screen">
        <Header title={name} aside={<Badge>{words.frame.regionNeedsAccount}</Badge>} />
        <div class="page">
          <StoreBanner />
          <p class="lead">{words.clouds.lead}</p>
          <div class="page-actions">
            <Button look="primary" icon="plus" testId="add-account" onPress={() => setDialog("account")}>
              {words.accounts.add}
            </Button>
            <Button icon="clipboardPaste" testId="paste" onPress={() => setDialog("paste")}>
              {words.clouds.paste}
            </Button>
            {region.consoleUrl && (
              <Button
                look="quiet"
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
            <Button look="quiet" icon="monitor" onPress={() => chooseRegion(THIS_COMPUTER)}>
              {words.region.back}
            </Button>
          </div>
          <p class="quiet">{words.clouds.pasteHint}</p>
          {opening.failure && <FailureNote failure={opening.failure} />}
          {kept.group}
          <Hosts region={region} />
          <Capabilities region={region} />
        </div>
      </div>
      {kept.beside}
      {dialog === "account" && (
        <AccountDialog
          account={null}
          onClose={() => {
            setDialog(null);
            if (added) refresh();
          }}
          onSaved={() => setAdded(true)}
          onShowKeys={showKeys}
        />
      )}
      {dialog === "paste" && (
        <PasteKeyDialog onClose={() => setDialog(null)} onKept={refresh} onSetVariable={setDialog} />
      )}
      {dialog && typeof dialog === "object" && (
        <SetVariableDialog subject={dialog} onClose={() => setDialog(null)} onChanged={refresh} />
      )}
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
        {region.consoleUrl && <CopyRow label={words.region.consolePage} value={region.consoleUrl} />}
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
