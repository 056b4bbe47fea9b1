// The language in use, for every component below `WordsContext`. Only the languages that are needed are loaded: a
// dictionary is nearly as large as all the code of the first screen.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { LanguageChoice, PlatformView, SecretStoreView } from "../wire";
import type { Words } from "./en";
import type { Place } from "./kinds";

export type { Words } from "./en";

type Language = Exclude<LanguageChoice, "system">;

const LOADERS: Record<Language, () => Promise<Words>> = {
  en: async () => (await import("./en")).en,
  "zh-CN": async () => (await import("./zh")).zh,
};

const loaded = new Map<Language, Words>();

export const WordsContext = createContext<Words | null>(null);

/** The dictionary of the language in use. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("WordsContext is missing above this component");
  return words;
}

/** The language of a choice; `system` follows the first language that the system names. */
function languageOf(choice: LanguageChoice, systemLanguage: string): Language {
  if (choice !== "system") return choice;
  return systemLanguage.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

/** Loads the dictionary for a choice. From then on `dictionary` has it. */
export async function loadDictionary(choice: LanguageChoice, systemLanguage: string): Promise<Words> {
  const language = languageOf(choice, systemLanguage);
  const words = loaded.get(language) ?? (await LOADERS[language]());
  loaded.set(language, words);
  return words;
}

/** The dictionary for a choice, if it was loaded. */
export function dictionary(choice: LanguageChoice, systemLanguage: string): Words | null {
  return loaded.get(languageOf(choice, systemLanguage)) ?? null;
}

/** Where secrets rest on this computer, to be named in words. */
export function placeOf(store: SecretStoreView, platform: PlatformView): Place {
  if (store.state === "passphraseNeeded" || store.state === "passphraseOpen") return "encryptedFile";
  if (platform === "macos") return "keychain";
  return platform === "windows" ? "credentialManager" : "keyring";
}
