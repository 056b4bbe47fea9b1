// What it comes to, as the service says: in all, before taxes, and taxes.

import type { CostView } from "../../wire";
import { useWords } from "../../words";
import { amountOf } from "../../words/amounts";

export function CostTotals({ view, days }: { view: CostView; days: string }) {
  const { costs } = useWords();
  const { currency } = view;
  const said = (amount: string) => (amount ? amountOf(amount, currency, costs) : costs.notStated);
  return (
    <dl class="cost-totals figures">
      <div class="cost-total">
        <dt>
          {costs.total} <span class="quiet">{days}</span>
        </dt>
        <dd data-testid="cost-total">{said(view.total)}</dd>
      </div>
      <div>
        <dt>{costs.pretax}</dt>
        <dd data-testid="cost-pretax">{said(view.pretax)}</dd>
      </div>
      <div>
        <dt>{costs.tax}</dt>
        <dd data-testid="cost-tax">{said(view.tax)}</dd>
      </div>
    </dl>
  );
}
