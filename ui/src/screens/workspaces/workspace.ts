// A workspace in words, and found by them.

import type { WorkspaceRef, WorkspaceRowView } from "../../wire";
import type { Words } from "../../words";

export function refOf(region: string, workspace: { id: string }): WorkspaceRef {
  return { region, workspaceId: workspace.id };
}

/** A name may be missing: the id then. */
export function nameOf(workspace: { id: string; name: string }): string {
  return workspace.name || workspace.id;
}

/** Where its models run, by the name that people know. A word that is new is shown as the service has it. */
export function siteOf(site: string, words: Words["workspaces"]): string {
  return words.sites[site]?.name ?? (site || words.siteNotStated);
}

export function siteHintOf(site: string, words: Words["workspaces"]): string {
  return words.sites[site]?.hint ?? words.siteUnknown(site);
}

/** The workspaces in which every searched word occurs in the name or the id. */
export function searchWorkspaces(all: WorkspaceRowView[], text: string): WorkspaceRowView[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ id, name }) => {
    const place = `${name}\n${id}`.toLocaleLowerCase();
    return wanted.every((word) => place.includes(word));
  });
}
