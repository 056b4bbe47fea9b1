// English: every failure in three sentences: what happened, why, and one way on.

import { sentenceFor } from "../addresses";
import type { FailureDictionary } from "../failures";
import { addresses } from "./addresses";

/** A file, with its line where one is known. */
function at(path: string, line: number | null): string {
  return line === null ? path : `Line ${line} of ${path}`;
}

export const failures: FailureDictionary = {
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
  descriptionTooLong: ({ length, limit }) => ({
    what: "The key was not created.",
    why: `The description has ${length} characters; ${limit} are allowed.`,
    next: "Shorten the description.",
  }),
  allowlistEmpty: () => ({
    what: "Nothing was saved.",
    why: "Custom permission needs at least one address.",
    next: "Add an address, or choose All.",
  }),
  allowlistTooLong: ({ count, limit }) => ({
    what: "Nothing was saved.",
    why: `The allowlist has ${count} entries; ${limit} are allowed.`,
    next: "Join neighbouring addresses into blocks, or remove some.",
  }),
  addressInvalid: ({ line, text }) => ({
    what: `Line ${line} is not an address.`,
    why: `“${text}” is neither an IP address nor a CIDR block.`,
    next: "Write it like 203.0.113.7 or 203.0.113.0/24.",
  }),
  addressHasHostBits: ({ line, text, block }) => ({
    what: `Line ${line} could mean two things.`,
    why: `“${text}” names one address and a block at once.`,
    next: `Write ${block} for the whole block, or the address without the part after the slash.`,
  }),
  addressUnsuitable: ({ line, text, problem }) => ({
    what: "Nothing was saved.",
    why: `Line ${line}, ${text}: ${sentenceFor(addresses.problems, problem, "it cannot be used.")}`,
    next: "Change the entry or remove it.",
  }),
  modelsEmpty: () => ({
    what: "Nothing was saved.",
    why: "“Exactly these models” needs at least one model.",
    next: "Choose a model, or all models.",
  }),
  groupNameEmpty: () => ({
    what: "The group was not saved.",
    why: "It has no name.",
    next: "Give it one, such as “Office”.",
  }),
  groupNameTooLong: ({ length, limit }) => ({
    what: "The group was not saved.",
    why: `Its name has ${length} characters; ${limit} are allowed.`,
    next: "Shorten the name.",
  }),
  groupNameTaken: ({ name }) => ({
    what: "The group was not saved.",
    why: `There is a group “${name}” already.`,
    next: "Choose another name.",
  }),
  groupUnknown: () => ({
    what: "Nothing was changed.",
    why: "This group is gone: it was deleted in the meantime.",
    next: "Open the groups again.",
  }),
  echoServiceInvalid: ({ address }) => ({
    what: "The address services were not saved.",
    why: `“${address}” is no web address that begins with https://.`,
    next: "Type one such as https://icanhazip.com/.",
  }),
  echoServicesSame: ({ host }) => ({
    what: "The address services were not saved.",
    why: `Both are ${host}: one service cannot confirm itself.`,
    next: "Choose two services of different operators.",
  }),
  variableNameInvalid: ({ name }) => ({
    what: "Nothing was written.",
    why: `“${name}” cannot be the name of a variable.`,
    next: "Use letters, digits and underscores, starting with a letter.",
  }),
  variableReserved: ({ name }) => ({
    what: "Nothing was written.",
    why: `${name} belongs to the system: the session depends on it.`,
    next: "Choose another name.",
  }),
  valueUnsuitable: () => ({
    what: "Nothing was written.",
    why: "The key has characters that no variable can hold.",
    next: "Reset the key to get a new value.",
  }),
  noDestination: () => ({
    what: "Nothing would be written.",
    why: "No place is ticked.",
    next: "Tick at least one place.",
  }),
  regionNeedsAccount: () => ({
    what: "This region cannot be asked.",
    why: "No account is set up for it.",
    next: "Work with This computer, or open the console's key page.",
  }),
  regionCannot: () => ({
    what: "Nothing was changed.",
    why: "This region does not offer that.",
    next: "Choose another region for a key that needs it.",
  }),
  localStudioStopped: ({ reason }) => ({
    what: "The service on this computer is not running.",
    why: `The system said: ${reason}`,
    next: "Close Studio Keys and start it again.",
  }),
  quotaReached: ({ limit }) => ({
    what: "The key was not created.",
    why: `There are ${limit} keys already, which is the limit.`,
    next: "Delete a key that you no longer use.",
  }),
  keyNotFound: () => ({
    what: "Nothing was changed.",
    why: "The service has no such key: it was deleted elsewhere.",
    next: "Load the list again.",
  }),
  keyRefused: ({ disabled, platformCode }) =>
    disabled
      ? {
          what: "The service refused the key.",
          why: "The key is disabled.",
          next: "Enable it, then test again.",
        }
      : {
          what: "The service refused the key.",
          why: `It does not know this value (${platformCode}).`,
          next: "Wait a minute if the key is new; else reset it.",
        },
  permissionChanged: () => ({
    what: "Nothing was saved.",
    why: "The key's permission was changed elsewhere in the meantime.",
    next: "Look again, and decide which one is to stay.",
  }),
  addressNotAllowed: ({ platformCode }) => ({
    what: "The service refused the key from here.",
    why: `This computer's address is not in the key's IP allowlist (${platformCode}).`,
    next: "Use it from an allowed address, or create a key that allows this one.",
  }),
  accessKeyRefused: ({ platformCode, requestId }) => ({
    what: "The service refused the account.",
    why: `It does not accept the AccessKey (${platformCode}, request ${requestId}).`,
    next: "Check the account of this region.",
  }),
  clockWrong: ({ requestId }) => ({
    what: "The service refused the request.",
    why: `This computer's clock is more than 15 minutes off (request ${requestId}).`,
    next: "Set the clock, then try again.",
  }),
  tooManyRequests: () => ({
    what: "The service refused the request.",
    why: "It wants fewer requests for the moment.",
    next: "Wait a minute, then try again.",
  }),
  platformRefused: ({ platformCode, message, requestId }) => ({
    what: "The service refused the request.",
    why: `It said: ${message} (${platformCode}, request ${requestId})`,
    next: "Change what it names, then try again.",
  }),
  unreachable: ({ host }) => ({
    what: "The service could not be asked.",
    why: `There is no connection to ${host}.`,
    next: "Check the network, then try again.",
  }),
  timedOut: ({ host }) => ({
    what: "It is not known how the request ended.",
    why: `${host} did not answer in time.`,
    next: "Look at the list of keys before you try again.",
  }),
  connectionLost: ({ host }) => ({
    what: "It is not known how the request ended.",
    why: `The connection to ${host} broke.`,
    next: "Look at the list of keys before you try again.",
  }),
  createdWithoutValue: () => ({
    what: "The key was created, but its value never arrived.",
    why: "The connection ended before the service's answer came through.",
    next: "Close this, then reset the key for a new value, or delete it.",
  }),
  outcomeUnknown: () => ({
    what: "It is not known yet whether the first try created a key.",
    why: "The service cannot be asked at the moment.",
    next: "Try again when the connection is back: no second key is made before that is known.",
  }),
  answerNotUnderstood: ({ host }) => ({
    what: "The answer could not be used.",
    why: `Something other than the service answered for ${host}, such as the sign-in page of a network.`,
    next: "Sign in to the network, then try again.",
  }),
  fileReadOnly: ({ path }) => ({
    what: "Nothing was changed.",
    why: `${path} is read-only.`,
    next: "Allow writing to the file, or leave this place out.",
  }),
  filePermissionDenied: ({ path }) => ({
    what: "Nothing was changed.",
    why: `Your account may not read or write ${path}.`,
    next: "Allow it, or leave this place out.",
  }),
  fileHardLinked: ({ path }) => ({
    what: "Nothing was changed.",
    why: `${path} has a second name (a hard link), and writing would part the two.`,
    next: "Leave this place out, or set the variable there by hand.",
  }),
  pathUnsupported: ({ path }) => ({
    what: "Nothing was changed.",
    why: `${path} has characters that cannot stand in a start-up file.`,
    next: "Leave this place out, or set the variable there by hand.",
  }),
  programMissing: ({ program }) => ({
    what: "Nothing was changed.",
    why: `${program} is not installed.`,
    next: "Install it, or leave this place out.",
  }),
  shellUnusable: ({ program }) => ({
    what: "Nothing was changed.",
    why: `${program} did not answer.`,
    next: "Check that it starts in a terminal, or leave this place out.",
  }),
  fileLinkBroken: ({ path }) => ({
    what: "Nothing was changed.",
    why: `${path} is a link that leads nowhere.`,
    next: "Repair or remove the link, then try again.",
  }),
  fileNotOrdinary: ({ path }) => ({
    what: "Nothing was changed.",
    why: `${path} is not an ordinary file.`,
    next: "Leave this place out, or set the variable there by hand.",
  }),
  fileTooLarge: ({ path }) => ({
    what: "Nothing was changed.",
    why: `${path} is larger than any start-up file.`,
    next: "Check that it is the right file, or leave this place out.",
  }),
  fileHasSyntaxError: ({ path, line, detail }) => ({
    what: "Nothing was changed.",
    why: `${at(path, line)} has an error already: ${detail}`,
    next: "Correct the file, then try again.",
  }),
  changeBreaksFile: ({ path, line, detail }) => ({
    what: "Nothing was changed.",
    why: `The change would break ${at(path, line)}: ${detail}`,
    next: "Leave this place out, or set the variable there by hand.",
  }),
  fileEndsOpen: ({ path, line }) => ({
    what: "Nothing was changed.",
    why: `${path} ends in the middle of a command or a text at line ${line}.`,
    next: "Complete the last line, then try again.",
  }),
  lineNotAlone: ({ path, line }) => ({
    what: "Nothing was changed.",
    why: `Line ${line} of ${path} stands inside something larger and cannot be commented out alone.`,
    next: "Change that line by hand, or leave it as it is.",
  }),
  fileBlockDamaged: ({ path, line }) => ({
    what: "Nothing was changed.",
    why: `The block of Studio Keys in ${path} is damaged at line ${line}.`,
    next: "Remove the rest of the block by hand, then try again.",
  }),
  fileChanged: ({ path }) => ({
    what: "Nothing was changed.",
    why: `${path} was changed after the preview was made.`,
    next: "Preview again.",
  }),
  diskFull: ({ path }) => ({
    what: "Nothing was changed.",
    why: `There is no space left to write ${path}.`,
    next: "Free some space, then try again.",
  }),
  fileNotWritten: ({ path, reason }) => ({
    what: "Nothing was changed.",
    why: `${path} cannot be written: ${reason}`,
    next: "Check the file, then try again.",
  }),
  planUnknown: () => ({
    what: "Nothing was changed.",
    why: "This preview is too old.",
    next: "Preview again.",
  }),
  anotherChange: () => ({
    what: "Nothing was changed.",
    why: "Another window is changing this computer at the moment.",
    next: "Wait until it has ended, then try again.",
  }),
  journalDamaged: ({ path }) => ({
    what: "Nothing was changed.",
    why: `The record of changes in ${path} is damaged.`,
    next: "Move that file away, then try again. What it records cannot be undone here any more.",
  }),
  changeUndone: () => ({
    what: "Nothing was changed.",
    why: "This change is undone already.",
    next: "Load the list again.",
  }),
  changeUnknown: () => ({
    what: "Nothing was changed.",
    why: "This change is no longer in the list.",
    next: "Load the list again.",
  }),
  clipboardUnavailable: ({ detail }) => ({
    what: "Nothing was copied.",
    why: `The clipboard cannot be used: ${detail}`,
    next: "Download the key instead, or reveal it and type it.",
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
};
