// Deleting a workspace, for ever. The service does so only when nothing is in it; what is in the way is told in its words,
// with the way there.

import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { Badge } from "../../parts/text";
import { nameOf, refOf } from "../../screens/workspaces/workspace";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { FailReasonView, RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";

interface DeleteWorkspaceDialogProps {
  region: RegionView;
  workspace: WorkspaceRowView;
  onClose: () => void;
  onDeleted: () => void;
  /** Nobody waited for the answer. */
  onMaybeDeleted: () => void;
}

export function DeleteWorkspaceDialog(props: DeleteWorkspaceDialogProps) {
  const { region, workspace, onClose, onDeleted, onMaybeDeleted } = props;
  const words = useWords();
  const core = useCore();
  const deleting = useAction();
  const { workspaces } = words;
  const { keys } = workspace;
  const { failure } = deleting;
  const stop = () => {
    deleting.stop();
    onMaybeDeleted();
  };
  return (
    <Dialog
      alert
      size="small"
      title={workspaces.removeTitle(nameOf(workspace))}
      aside={<Badge>{words.common.region(region)}</Badge>}
      testId="delete-workspace-dialog"
      onDismiss={() => !deleting.busy && onClose()}
      footer={
        <>
          <Button autoFocus disabled={deleting.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            look="danger"
            busy={deleting.busy}
            testId="delete-workspace-submit"
            onPress={() => deleting.run(() => core.deleteWorkspace(refOf(region.id, workspace)), onDeleted)}
          >
            {deleting.busy ? workspaces.removing : workspaces.removeSubmit}
          </Button>
        </>
      }
    >
      <p class="mono quiet">{workspace.id}</p>
      <p>
        <strong>{keys > 0 ? workspaces.removeKeys(keys) : workspaces.removeEmpty}</strong>
      </p>
      <p>{workspaces.removeFinal}</p>
      {deleting.slow && <SlowNote what={words.waiting.region(words.common.region(region))} onStop={stop} />}
      {failure?.code === "workspaceNotDeleted" ? (
        <InTheWay
          region={region}
          workspace={workspace}
          reasons={failure.reasons}
          requestId={failure.requestId}
        />
      ) : (
        failure && <FailureNote failure={failure} />
      )}
    </Dialog>
  );
}

interface InTheWayProps {
  region: RegionView;
  workspace: WorkspaceRowView;
  reasons: FailReasonView[];
  requestId: string;
}

/** The service's own words for a key that is still there. */
const isKey = ({ resourceType }: FailReasonView) => /api_?key/i.test(resourceType);

function InTheWay({ region, workspace, reasons, requestId }: InTheWayProps) {
  const { workspaces } = useWords();
  const core = useCore();
  const { goTo } = useApp();
  const opening = useAction();
  const others = reasons.length === 0 || reasons.some((reason) => !isKey(reason));
  return (
    <Note
      tone="danger"
      role="alert"
      title={workspaces.notRemoved}
      testId="workspace-not-deleted"
      actions={
        <>
          {reasons.some(isKey) && (
            <Button
              icon="keyRound"
              onPress={() => goTo("keys", { kind: "keysOf", workspace: refOf(region.id, workspace) })}
            >
              {workspaces.goToKeys}
            </Button>
          )}
          {others && region.consoleUrl && (
            <Button
              icon="externalLink"
              busy={opening.busy}
              onPress={() =>
                opening.run(
                  () => core.openConsole(region.id),
                  () => undefined,
                )
              }
            >
              {workspaces.goToConsole}
            </Button>
          )}
        </>
      }
    >
      <p>{reasons.length > 0 ? workspaces.inTheWay : workspaces.inTheWayNothing}</p>
      {reasons.length > 0 && (
        <ul class="in-the-way">
          {reasons.map(({ resourceType, reason }) => (
            <li key={`${resourceType} ${reason}`}>
              <strong>{resourceType}</strong>: {reason}
            </li>
          ))}
        </ul>
      )}
      {requestId && <p class="quiet">{workspaces.request(requestId)}</p>}
      {opening.failure && <FailureNote failure={opening.failure} />}
    </Note>
  );
}
