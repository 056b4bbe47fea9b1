// The head of a screen: where one is, what can be done here, and the language and colours of the window.

import type { ComponentChildren } from "preact";
import { Icon } from "../parts/icon";
import { Menu } from "../parts/menu";
import { useApp } from "../state/app-context";
import type { LanguageChoice, ThemeChoice } from "../wire";
import { useWords } from "../words";

const LANGUAGES: LanguageChoice[] = ["system", "en", "zh-CN"];
const THEMES: ThemeChoice[] = ["system", "light", "dark"];
const THEME_ICONS = { system: "sunMoon", light: "sun", dark: "moon" } as const;

interface HeaderProps {
  title: string;
  /** Beside the title: the region, a count. */
  aside?: ComponentChildren;
}

export function Header({ title, aside }: HeaderProps) {
  const words = useWords();
  const { app, prefer } = useApp();
  const { language, theme } = app.preferences;
  return (
    <header class="header">
      <h1 tabIndex={-1}>{title}</h1>
      {aside}
      <div class="header-end">
        <Menu
          label={words.frame.language}
          choice
          testId="language"
          items={LANGUAGES.map((choice) => ({
            id: `language-${choice}`,
            label: words.frame.languageChoices[choice],
            chosen: choice === language,
            onSelect: () => prefer({ language: choice }),
          }))}
        >
          <Icon name="languages" />
        </Menu>
        <Menu
          label={words.frame.theme}
          choice
          testId="theme"
          items={THEMES.map((choice) => ({
            id: `theme-${choice}`,
            label: words.frame.themeChoices[choice],
            icon: THEME_ICONS[choice],
            chosen: choice === theme,
            onSelect: () => prefer({ theme: choice }),
          }))}
        >
          <Icon name={THEME_ICONS[theme]} />
        </Menu>
      </div>
    </header>
  );
}
