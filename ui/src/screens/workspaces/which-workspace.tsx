// Which workspace a key needs, for those who ask.

import { useWords } from "../../words";

export function WhichWorkspace() {
  const { workspaces } = useWords();
  return (
    <details class="which-workspace">
      <summary>{workspaces.which}</summary>
      <ul>
        <li>{workspaces.whichDefault}</li>
        <li>{workspaces.whichOther}</li>
        <li>{workspaces.whichStays}</li>
      </ul>
    </details>
  );
}
