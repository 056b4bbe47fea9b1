// Asynchronous tasks of an account: the list, one task, many by their ids, and the results that are kept here.

import type { ComponentChildren } from "preact";
import { useKeptKeys } from "../../kept-keys/use-kept-keys";
import { WithKeptKeys } from "../../kept-keys/with-kept-keys";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import { useWords } from "../../words";
import { TasksOfAccount } from "./tasks-of-account";

/** Tasks are a matter of the account: every region has them. */
const EVERYWHERE = () => true;

export function TasksScreen() {
  const { tasks } = useWords();
  const kept = useKeptKeys();
  const page = (content: ComponentChildren) => (
    <div class="screen">
      <Header title={tasks.title} />
      <div class="banners">
        <StoreBanner />
      </div>
      <div class="page page-wide">{content}</div>
    </div>
  );
  const places = kept.value;
  const usable = places?.some(({ keys }) => keys.some(({ disabled }) => !disabled)) ?? false;
  const asks = (children: (all: NonNullable<typeof places>) => ComponentChildren) => (
    <WithKeptKeys loading={kept} icon="listChecks" lead={tasks.empty} suits={EVERYWHERE}>
      {children}
    </WithKeptKeys>
  );
  return (
    <div class="screen-with-panel">
      {places && usable ? <TasksOfAccount places={places} page={page} /> : page(asks(() => null))}
    </div>
  );
}
