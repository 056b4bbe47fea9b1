// Every group with its amount, as the service wrote it, and its share of the whole.

import { Badge, Cut } from "../../parts/text";
import type { CostGroup, CostView } from "../../wire";
import { useWords } from "../../words";
import { amountOf, roughly, shareOf } from "../../words/amounts";
import { nameOf, type Series } from "./series";
import { Swatch } from "./textures";

interface CostTableProps {
  view: CostView;
  group: CostGroup;
  series: Series[];
}

export function CostTable({ view, group, series }: CostTableProps) {
  const words = useWords();
  const { costs } = words;
  const lookOf = (key: string) => series.find(({ keys }) => keys.includes(key))?.look ?? 0;
  return (
    <table class="keys costs" aria-label={costs.table(costs.groups[group])}>
      <thead>
        <tr>
          <th scope="col" class="col-group">
            {costs.groups[group]}
          </th>
          <th scope="col" class="col-amount">
            {costs.amountColumn}
          </th>
          <th scope="col" class="col-share">
            {costs.shareColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.groups.map((one) => {
          const name = nameOf(one, group, costs);
          const share = shareOf(one.amount, view.total, words.tag);
          return (
            <tr key={one.key} data-testid={`cost-${one.key}`}>
              <th scope="row" class="col-group">
                <div class="cost-name">
                  <Swatch look={lookOf(one.key)} />
                  <Cut text={name} />
                  {one.kind === "one" && one.key !== name && <span class="cost-key mono">{one.key}</span>}
                  {roughly(one.amount) < 0 && <Badge tone="good">{costs.refund}</Badge>}
                </div>
              </th>
              <td class="col-amount figures">{amountOf(one.amount, view.currency, costs)}</td>
              <td class="col-share figures">
                {share ?? (
                  <>
                    <span aria-hidden="true">{costs.noShare}</span>
                    <span class="aloud">{costs.noShareAloud}</span>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
