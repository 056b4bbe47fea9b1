// The user's choices, where keys rest, and where the program keeps what it knows.

import { Choice, SelectField } from "../../parts/field";
import { Note } from "../../parts/note";
import { CopyRow } from "../../parts/text";
import { useApp } from "../../state/app-context";
import { Header } from "../../window/header";
import { Probe, StoreBanner } from "../../window/store-banner";
import type { LanguageChoice, ThemeChoice } from "../../wire";
import { useWords } from "../../words";
import { AccountsCard } from "./accounts-card";
import { EchoServices } from "./echo-services";

const LANGUAGES: LanguageChoice[] = ["system", "en", "zh-CN"];
const THEMES: ThemeChoice[] = ["system", "light", "dark"];
const CLIPBOARD_SECONDS = [15, 30, 60, 120];
const NEVER = "never";

export function SettingsScreen() {
  const words = useWords();
  const { app, prefer } = useApp();
  const { language, theme, clipboardSeconds } = app.preferences;
  // A time that an older or newer version wrote stays choosable.
  const seconds = [
    ...new Set([...CLIPBOARD_SECONDS, ...(clipboardSeconds === null ? [] : [clipboardSeconds])]),
  ];
  return (
    <div class="screen">
      <Header title={words.settings.title} />
      <div class="page">
        <section class="card">
          <h2>{words.settings.look}</h2>
          <Choice
            legend={words.settings.language}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: words.frame.languageChoices[value] }))}
            onChoose={(value) => prefer({ language: value })}
          />
          <Choice
            legend={words.settings.theme}
            value={theme}
            options={THEMES.map((value) => ({ value, label: words.frame.themeChoices[value] }))}
            onChoose={(value) => prefer({ theme: value })}
          />
        </section>
        <section class="card">
          <h2>{words.settings.clipboard}</h2>
          <SelectField
            label={words.settings.clipboardLabel}
            value={clipboardSeconds === null ? NEVER : String(clipboardSeconds)}
            options={[
              ...seconds
                .toSorted((one, other) => one - other)
                .map((count) => ({ value: String(count), label: words.settings.seconds(count) })),
              { value: NEVER, label: words.settings.never },
            ]}
            onChoose={(value) => prefer({ clipboardSeconds: value === NEVER ? null : Number(value) })}
          />
          {clipboardSeconds === null && <Note tone="warning">{words.settings.neverWarning}</Note>}
        </section>
        <section class="card">
          <h2>{words.settings.secrets}</h2>
          <Secrets />
        </section>
        <AccountsCard />
        <section class="card">
          <h2>{words.permission.echo.title}</h2>
          <EchoServices />
        </section>
        <section class="card">
          <h2>{words.settings.data}</h2>
          <p class="quiet">{words.settings.dataBody}</p>
          <CopyRow label={words.settings.dataFolder} value={app.dataFolder} />
          <p class="quiet">
            {words.settings.version} <span class="figures">{app.version}</span>
          </p>
        </section>
      </div>
    </div>
  );
}

function Secrets() {
  const words = useWords();
  const { secretStore } = useApp().app;
  switch (secretStore.state) {
    case "available":
      return (
        <>
          <p>{words.settings.available(secretStore.name)}</p>
          <div class="page-actions">
            <Probe label={words.settings.probe} />
          </div>
        </>
      );
    case "passphraseOpen":
      return (
        <>
          <p>{words.settings.fileOpen}</p>
          <CopyRow label={words.store.fileTitle} value={secretStore.path} />
        </>
      );
    default:
      return <StoreBanner />;
  }
}
