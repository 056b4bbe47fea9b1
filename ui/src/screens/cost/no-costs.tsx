// Nothing cost anything in this time: what is shown here otherwise, and the one thing to do.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import type { RegionView } from "../../wire";
import { useWords } from "../../words";
import type { Choices } from "./cost-filters";

interface NoCostsProps {
  region: RegionView;
  choices: Choices;
  onChoose: (change: Partial<Choices>) => void;
}

export function NoCosts({ region, choices, onChoose }: NoCostsProps) {
  const { costs } = useWords();
  const { goTo } = useApp();
  const here = isHere(region);
  const wayOn = () => {
    if (choices.workspaceId !== null)
      return <Button onPress={() => onChoose({ workspaceId: null })}>{costs.showEvery}</Button>;
    if (here)
      return (
        <Button look="primary" icon="lockKeyhole" onPress={() => goTo("calls")}>
          {costs.makeCall}
        </Button>
      );
    return (
      choices.span !== "year" && <Button onPress={() => onChoose({ span: "year" })}>{costs.showYear}</Button>
    );
  };
  return (
    <div class="empty" data-testid="no-costs">
      <span class="empty-icon">
        <Icon name="chartColumn" size={28} />
      </span>
      <h2>{costs.emptyTitle}</h2>
      <p>{choices.workspaceId !== null ? costs.emptyFiltered : here ? costs.emptyHere : costs.emptyCloud}</p>
      {wayOn()}
    </div>
  );
}
