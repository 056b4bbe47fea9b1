// The region worked with, and all regions side by side with how each of them stands.

import { useEffect } from "preact/hooks";
import { IconButton } from "../parts/button";
import { Icon } from "../parts/icon";
import { Menu, type MenuItem } from "../parts/menu";
import { isHere } from "../place";
import { useApp } from "../state/app-context";
import type { RegionView } from "../wire";
import { useWords } from "../words";
import { regionState } from "./region-state";

export function RegionSwitcher() {
  const words = useWords();
  const { app, region, regions, chooseRegion } = useApp();
  const { refreshAll, any } = regions;

  // F5, and Ctrl or Cmd with R: what they do everywhere, and not what a browser would do with its page.
  useEffect(() => {
    const shortcut = (event: KeyboardEvent) => {
      const reload = event.key.toLowerCase() === "r" && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (event.key !== "F5" && !reload) return;
      event.preventDefault();
      refreshAll();
    };
    document.addEventListener("keydown", shortcut);
    return () => document.removeEventListener("keydown", shortcut);
  }, [refreshAll]);

  const items = app.regions.map((one): MenuItem => {
    const { text, tone, keys } = regionState(one, regions, words, true);
    return {
      id: `region-${one.id}`,
      label: words.common.region(one),
      hint: text,
      hintTone: tone === "warning" || tone === "danger" ? "warning" : undefined,
      figure: keys === null ? undefined : words.clouds.keys(keys),
      icon: iconOf(one),
      chosen: one.id === region.id,
      onSelect: () => chooseRegion(one.id),
    };
  });
  if (any)
    items.push({
      id: "refresh-all",
      label: words.clouds.refreshAll,
      icon: "refreshCw",
      apart: true,
      deed: true,
      onSelect: refreshAll,
    });

  const { text, tone } = regionState(region, regions, words, false);
  return (
    <div class="region">
      <Menu
        label={words.frame.regionSwitch(words.common.region(region))}
        choice
        align="start"
        buttonClass="region-button"
        testId="region"
        items={items}
      >
        <Icon name={iconOf(region)} />
        <span class="region-name">{words.common.region(region)}</span>
        <Icon name="chevronsUpDown" size={14} />
      </Menu>
      <div class="region-foot">
        <p class={`region-state region-${tone}`} title={text}>
          {text}
        </p>
        {any && (
          <IconButton
            icon="refreshCw"
            label={regions.refreshing ? words.clouds.refreshing : words.clouds.refreshAll}
            testId="refresh-all-button"
            onPress={refreshAll}
          />
        )}
      </div>
    </div>
  );
}

function iconOf(region: RegionView) {
  return isHere(region) ? "monitor" : "cloud";
}
