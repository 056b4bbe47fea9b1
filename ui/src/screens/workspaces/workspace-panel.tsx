// The side panel with one workspace: what is known of it, the models it may call, how much, and what that cost. What was
// looked at once stays as it was left while another part is looked at.

import { useEffect, useRef, useState } from "preact/hooks";
import { IconButton } from "../../parts/button";
import { Tabs } from "../../parts/tabs";
import { Badge } from "../../parts/text";
import type { RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";
import { ModelLimits } from "./limits/model-limits";
import { ModelAccess } from "./models/model-access";
import type { Drafts } from "./models/use-model-access";
import { Overview } from "./overview";
import { nameOf } from "./workspace";
import { WorkspaceCost } from "./workspace-cost";
import { WorkspaceMenu } from "./workspace-menu";

type Part = "overview" | "models" | "limits" | "cost";
const PARTS: Part[] = ["overview", "models", "limits", "cost"];

interface WorkspacePanelProps {
  region: RegionView;
  workspace: WorkspaceRowView;
  drafts: Drafts;
  onDelete: () => void;
  onClose: () => void;
}

export function WorkspacePanel({ region, workspace, drafts, onDelete, onClose }: WorkspacePanelProps) {
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const [part, setPart] = useState<Part>("overview");
  const [visited, setVisited] = useState<Part[]>(["overview"]);
  const name = nameOf(workspace);

  useEffect(() => {
    opener.current = document.activeElement;
    panel.current?.querySelector<HTMLElement>("h2")?.focus();
  }, []);

  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  const show = (next: Part) => {
    setPart(next);
    setVisited((before) => (before.includes(next) ? before : [...before, next]));
  };
  const partOf = (one: Part) => {
    switch (one) {
      case "overview":
        return <Overview region={region} workspace={workspace} />;
      case "models":
        return <ModelAccess region={region} workspace={workspace} drafts={drafts} />;
      case "limits":
        return <ModelLimits region={region} workspace={workspace} />;
      case "cost":
        return <WorkspaceCost region={region} workspace={workspace} />;
    }
  };

  return (
    <aside
      ref={panel}
      class="panel workspace-panel"
      aria-label={words.workspaces.panel}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) close();
      }}
    >
      <header class="panel-head">
        <h2 tabIndex={-1} title={name}>
          {name}
        </h2>
        {workspace.isDefault && <Badge>{words.workspaces.isDefault}</Badge>}
        <WorkspaceMenu region={region} workspace={workspace} onDelete={onDelete} />
        <IconButton icon="x" label={words.workspaces.close} onPress={close} />
      </header>
      <div class="panel-body">
        <Tabs
          label={words.workspaces.tabs}
          tabs={PARTS.map((id) => ({ id, label: words.workspaces[id] }))}
          chosen={part}
          onChoose={show}
        >
          {visited.map((one) => (
            <div key={one} class="workspace-part" hidden={one !== part}>
              {partOf(one)}
            </div>
          ))}
        </Tabs>
      </div>
    </aside>
  );
}
