// The language in use, for every component below `WordsContext`.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { LanguageChoice, PlatformView, SecretStoreView } from "../wire";
import { en, type Words } from "./en";
import type { Place } from "./kinds";
import { zh } from "./zh";

export type { Words } from "./en";

export const WordsContext = createContext<Words>(en);

/** The dictionary of the language in use. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** The dictionary for a choice; `system` follows the first language that the system names. */
export function dictionary(choice: LanguageChoice, systemLanguage: string): Words {
  if (choice === "system") return systemLanguage.toLowerCase().startsWith("zh") ? zh : en;
  return choice === "zh-CN" ? zh : en;
}

/** Where secrets rest on this computer, to be named in words. */
export function placeOf(store: SecretStoreView, platform: PlatformView): Place {
  if (store.state === "passphraseNeeded" || store.state === "passphraseOpen") return "encryptedFile";
  if (platform === "macos") return "keychain";
  return platform === "windows" ? "credentialManager" : "keyring";
}
