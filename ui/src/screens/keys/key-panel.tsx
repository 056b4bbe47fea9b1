// The side panel with one key's details. The list stays usable beside it.

import { useEffect, useRef } from "preact/hooks";
import { hasValue, holdersOf, keyRef, nameOf } from "../../key";
import { Button, IconButton } from "../../parts/button";
import { FailureNote, Note } from "../../parts/note";
import { Revealed } from "../../parts/revealed";
import { Masked } from "../../parts/text";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import type { Reveal } from "../../state/use-reveal";
import type { KeyView, RegionView } from "../../wire";
import { placeOf, useWords } from "../../words";
import { momentOf } from "../../words/dates";
import { reasonNot } from "./arrange";
import { KeyCheck } from "./key-check";
import { KeyHosts } from "./key-hosts";
import { KeyStatus } from "./key-status";
import { PermissionFacts } from "./permission-facts";
import { RowMenu } from "./row-menu";
import type { KeyActions } from "./use-key-actions";

interface KeyPanelProps {
  keyView: KeyView;
  region: RegionView;
  actions: KeyActions;
  reveal: Reveal;
  /** The service's list has it: else only its value can be used. */
  listed: boolean;
  /** The key is as this says now. */
  onKey: (key: KeyView) => void;
  onClose: () => void;
}

export function KeyPanel({ keyView, region, actions, reveal, listed, onKey, onClose }: KeyPanelProps) {
  const words = useWords();
  const { goTo } = useApp();
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const revealed = reveal.valueOf(keyView);
  const failure = reveal.failureOf(keyView);
  const holders = holdersOf(keyView);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another key in the panel is another opening of it
  useEffect(() => {
    opener.current = document.activeElement;
    panel.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [keyView.apiKeyId]);

  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };

  return (
    <aside
      ref={panel}
      class="panel"
      aria-label={words.panel.label}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close();
      }}
    >
      <header class="panel-head">
        <h2 tabIndex={-1} title={nameOf(keyView)}>
          {nameOf(keyView)}
        </h2>
        <RowMenu
          keyView={keyView}
          region={region}
          revealed={revealed !== null}
          listed={listed}
          actions={actions}
        />
        <IconButton icon="x" label={words.panel.close} onPress={close} />
      </header>
      <div class="panel-body">
        {keyView.disabled && <Note tone="warning">{words.panel.disabledNote}</Note>}
        {keyView.oldFormat && listed && (
          <Note
            tone="warning"
            testId="old-format"
            actions={
              <Button icon="repeat" onPress={() => actions.rotate(keyView)}>
                {words.clouds.replace}
              </Button>
            }
          >
            {words.clouds.oldFormatTitle}
          </Note>
        )}
        <section class="panel-value">
          <div class="panel-value-head">
            <Masked masked={keyView.masked} />
            {hasValue(keyView) && (
              <>
                <IconButton
                  icon={revealed ? "eyeOff" : "eye"}
                  label={revealed ? words.actions.hide : words.actions.reveal}
                  pressed={revealed !== null}
                  onPress={() => actions.toggleReveal(keyView)}
                />
                <IconButton icon="copy" label={words.actions.copy} onPress={() => actions.copy(keyView)} />
              </>
            )}
          </div>
          {revealed && <Revealed revealed={revealed} />}
          {failure && <FailureNote failure={failure} onRetry={() => reveal.show(keyRef(keyView))} />}
          <Kept keyView={keyView} canReset={listed && region.capabilities.reset !== "no"} actions={actions} />
        </section>
        {hasValue(keyView) && (
          <section class="panel-next">
            <Button icon="terminal" onPress={() => actions.setVariable(keyView)}>
              {words.actions.setVariable}
            </Button>
            <Button icon="fileText" onPress={() => actions.exportKey(keyView)}>
              {words.exports.fromMenu}
            </Button>
            <KeyCheck
              key={`${keyView.region}/${keyView.apiKeyId}`}
              keyView={keyView}
              region={region}
              listed={listed}
              actions={actions}
              onKey={onKey}
            />
          </section>
        )}
        <section>
          <h3>{words.panel.usedHere}</h3>
          {holders.length === 0 ? (
            <p class="quiet">{words.panel.notUsed}</p>
          ) : (
            <div class="panel-used" data-testid="used-here">
              <ul class="panel-holders">
                {holders.map((holder) => (
                  <li key={holder}>{holder}</li>
                ))}
              </ul>
              <Button look="quiet" icon="arrowRight" onPress={() => goTo("changes")}>
                {words.panel.showChange}
              </Button>
            </div>
          )}
        </section>
        {listed && (
          <PermissionFacts
            permission={keyView.permission}
            onEdit={() => actions.editPermission([keyView])}
            refused={reasonNot(region, "customPermission", words.clouds.cannot, words.common.region(region))}
          />
        )}
        {keyView.kept.state !== "stranded" && (
          <KeyHosts keyView={keyView} onCopyPair={() => actions.copyWithHost(keyView)} onKey={onKey} />
        )}
        <section>
          <h3>{words.panel.facts}</h3>
          <dl class="facts">
            <dt>{words.panel.status}</dt>
            <dd>
              <KeyStatus keyView={keyView} />
            </dd>
            <dt>{words.panel.workspace}</dt>
            <dd>{keyView.workspaceName || keyView.workspaceId}</dd>
            <dt>{words.panel.created}</dt>
            <dd>{momentOf(keyView.createdAt, words.tag)}</dd>
            {keyView.createdBy && (
              <>
                <dt>{region.capabilities.ownerAccount ? words.clouds.ownerFact : words.panel.createdBy}</dt>
                <dd>
                  {keyView.createdBy} {keyView.own && !isHere(region) && `(${words.clouds.ownerYou})`}
                </dd>
              </>
            )}
            <dt>{words.panel.id}</dt>
            <dd class="figures">{keyView.apiKeyId}</dd>
          </dl>
        </section>
      </div>
    </aside>
  );
}

interface KeptProps {
  keyView: KeyView;
  canReset: boolean;
  actions: KeyActions;
}

/** Where the value is, in a sentence, and the way on where it is not safe. */
function Kept({ keyView, canReset, actions }: KeptProps) {
  const words = useWords();
  const { app } = useApp();
  const where = words.place[placeOf(app.secretStore, app.platform)];
  switch (keyView.kept.state) {
    case "kept":
      return <p class="quiet">{words.panel.kept(where)}</p>;
    case "unknown":
      return (
        <>
          <p class="quiet">
            {words.panel.unknown} {canReset && words.panel.unknownReset}
          </p>
          <div class="panel-edit">
            <Button icon="clipboardPaste" onPress={actions.paste}>
              {words.clouds.paste}
            </Button>
          </div>
        </>
      );
    case "stranded":
      return (
        <Note
          tone="warning"
          actions={
            <Button icon="trash" onPress={() => actions.forget(keyView)}>
              {words.clouds.forget}
            </Button>
          }
        >
          {words.panel.stranded(where)}
        </Note>
      );
    case "missing":
      return (
        <Note
          tone="warning"
          actions={
            canReset ? (
              <Button icon="rotateCcw" onPress={() => actions.reset(keyView)}>
                {words.actions.reset}
              </Button>
            ) : (
              <Button icon="clipboardPaste" onPress={actions.paste}>
                {words.clouds.paste}
              </Button>
            )
          }
        >
          {words.panel.missing(where)}
        </Note>
      );
    case "memoryOnly":
      return (
        <Note
          tone="warning"
          actions={
            <>
              <Button icon="shieldCheck" onPress={() => actions.keep(keyView)}>
                {words.actions.keep}
              </Button>
              <Button icon="download" onPress={() => actions.download(keyView)}>
                {words.actions.download}
              </Button>
            </>
          }
        >
          {words.panel.memoryOnly(where)}
        </Note>
      );
  }
}
