// Failures of where secrets rest, of the clipboard, and of the program itself.

import type { FailureDictionary } from "../../failures";

export const secrets = {
  secretStoreLocked: () => ({
    what: "The key's value cannot be read or saved.",
    why: "The keyring is locked.",
    next: "Unlock it, then try again.",
  }),
  secretStoreAbsent: () => ({
    what: "The key's value cannot be read or saved.",
    why: "This computer has no keyring, and no encrypted file was chosen.",
    next: "Choose where keys rest under Settings.",
  }),
  secretStoreRefused: ({ detail }) => ({
    what: "The key's value cannot be read or saved.",
    why: `The keyring refused: ${detail}`,
    next: "Check the keyring, then try again.",
  }),
  secretMissing: () => ({
    what: "The key's value is not on this computer.",
    why: "It was created elsewhere, or was removed from the keyring.",
    next: "Reset the key to get a new value.",
  }),
  keptAlready: () => ({
    what: "The pasted key was not kept.",
    why: "Another value of this key is kept already, and the list says that it is the right one.",
    next: "Check which value you pasted, or keep it as a key of its own.",
  }),
  passphraseWrong: () => ({
    what: "The encrypted file stays closed.",
    why: "This passphrase does not open it.",
    next: "Type the passphrase again.",
  }),
  passphraseTooShort: ({ minimum }) => ({
    what: "The encrypted file was not created.",
    why: "The passphrase is too short.",
    next: `Use at least ${minimum} characters.`,
  }),
  secretFileUnusable: ({ path, reason }) => ({
    what: "The encrypted file cannot be used.",
    why: `${path}: ${reason}`,
    next: "Put back a copy of the file, or move it away and begin a new one.",
  }),
  clipboardUnavailable: ({ detail }) => ({
    what: "Nothing was copied.",
    why: `The clipboard cannot be used: ${detail}`,
    next: "Download the key instead, or reveal it and type it.",
  }),
  browserUnavailable: ({ address }) => ({
    what: "The page was not opened.",
    why: "This computer has no browser for it, or the browser did not start.",
    next: `Copy the address and open it yourself: ${address}`,
  }),
  catalogUnusable: ({ path, reason }) => ({
    what: "What is known about keys cannot be read or saved.",
    why: `${path}: ${reason}`,
    next: "Check the file and the space on the disk, then start again.",
  }),
  catalogTooNew: ({ path }) => ({
    what: "The data cannot be opened.",
    why: `${path} was written by a newer version of Studio Keys.`,
    next: "Start the newer version.",
  }),
  interrupted: () => ({
    what: "The action did not end.",
    why: "It was cut off inside Studio Keys.",
    next: "Look at the list before you try again.",
  }),
} satisfies Partial<FailureDictionary>;
