// The pages of a list that is too long for one.

import { Button } from "../../parts/button";
import type { TaskListView } from "../../wire";
import { useWords } from "../../words";

export function TaskPages({ list, onPage }: { list: TaskListView; onPage: (page: number) => void }) {
  const { tasks } = useWords();
  return (
    <nav class="pages" aria-label={tasks.pages}>
      <span class="quiet figures">{tasks.count(list.total)}</span>
      {list.pages > 1 && (
        <>
          <Button disabled={list.page <= 1} onPress={() => onPage(list.page - 1)}>
            {tasks.previous}
          </Button>
          <span class="figures" role="status">
            {tasks.page(list.page, list.pages)}
          </span>
          <Button disabled={list.page >= list.pages} onPress={() => onPage(list.page + 1)}>
            {tasks.next}
          </Button>
        </>
      )}
    </nav>
  );
}
