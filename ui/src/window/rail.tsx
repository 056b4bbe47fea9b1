// The left rail: the region worked with, and the places of the program.

import { Icon, type IconName } from "../parts/icon";
import { type Screen, useApp } from "../state/app-context";
import { useWords } from "../words";
import { AccountSwitcher } from "./account-switcher";
import { RegionSwitcher } from "./region-switcher";

const PLACES: { screen: Screen; icon: IconName }[] = [
  { screen: "keys", icon: "keyRound" },
  { screen: "temporaryKeys", icon: "timer" },
  { screen: "tools", icon: "wrench" },
  { screen: "workspaces", icon: "layers" },
  { screen: "cost", icon: "chartColumn" },
  { screen: "calls", icon: "lockKeyhole" },
  { screen: "tasks", icon: "listChecks" },
  { screen: "doctor", icon: "stethoscope" },
  { screen: "changes", icon: "history" },
  { screen: "settings", icon: "settings" },
];

export function Rail() {
  const words = useWords();
  const { screen, goTo } = useApp();
  return (
    <nav class="rail" aria-label={words.frame.navigation}>
      <div class="rail-head">
        <RegionSwitcher />
        <AccountSwitcher />
      </div>
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
