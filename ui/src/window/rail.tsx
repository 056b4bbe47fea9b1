// The left rail: the region worked with, and the places of the program.

import { Icon, type IconName } from "../parts/icon";
import { Menu } from "../parts/menu";
import { type Screen, useApp } from "../state/app-context";
import type { RegionView } from "../wire";
import { useWords, type Words } from "../words";

const PLACES: { screen: Screen; icon: IconName }[] = [
  { screen: "keys", icon: "keyRound" },
  { screen: "temporaryKeys", icon: "timer" },
  { screen: "calls", icon: "lockKeyhole" },
  { screen: "tasks", icon: "listChecks" },
  { screen: "changes", icon: "history" },
  { screen: "settings", icon: "settings" },
];

export function Rail() {
  const words = useWords();
  const { screen, goTo } = useApp();
  return (
    <nav class="rail" aria-label={words.frame.navigation}>
      <RegionSwitcher />
      <ul class="rail-places">
        {PLACES.map((place) => (
          <li key={place.screen}>
            <button
              type="button"
              class="rail-place"
              aria-current={place.screen === screen ? "page" : undefined}
              title={words.frame[place.screen]}
              onClick={() => goTo(place.screen)}
            >
              <Icon name={place.icon} />
              <span class="rail-name">{words.frame[place.screen]}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function stateWord(region: RegionView, words: Words): string {
  if (region.state.kind === "ready") return words.frame.regionReady;
  return region.state.kind === "stopped" ? words.frame.regionStopped : words.frame.regionNeedsAccount;
}

function RegionSwitcher() {
  const words = useWords();
  const { app, region, chooseRegion } = useApp();
  return (
    <div class="region">
      <Menu
        label={words.frame.regionSwitch(words.common.region(region))}
        choice
        align="start"
        buttonClass="region-button"
        testId="region"
        items={app.regions.map((one) => ({
          id: `region-${one.id}`,
          label: words.common.region(one),
          hint: stateWord(one, words),
          icon: one.id === "this-computer" ? "monitor" : "cloud",
          chosen: one.id === region.id,
          onSelect: () => chooseRegion(one.id),
        }))}
      >
        <Icon name={region.id === "this-computer" ? "monitor" : "cloud"} />
        <span class="region-name">{words.common.region(region)}</span>
        <Icon name="chevronsUpDown" size={14} />
      </Menu>
      <p class={`region-state region-${region.state.kind}`}>{stateWord(region, words)}</p>
    </div>
  );
}
