// Moving in a table with the arrows.

/** Up and Down go to the same button of the row above or below. */
export function moveBetweenRows(event: KeyboardEvent): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const here = event.target;
  if (!(here instanceof HTMLButtonElement)) return;
  const row = here.closest("tr");
  const next = event.key === "ArrowUp" ? row?.previousElementSibling : row?.nextElementSibling;
  const cell = here.closest("td");
  if (!row || !next || !cell) return;
  const column = [...row.children].indexOf(cell);
  const order = [...cell.querySelectorAll("button")].indexOf(here);
  const buttons = next.children[column]?.querySelectorAll("button");
  const target = buttons?.[order] ?? buttons?.[0];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
