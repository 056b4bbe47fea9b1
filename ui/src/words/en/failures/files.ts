// Failures of the files of this computer, and of changes to them.

import type { FailureDictionary } from "../../failures";

/** A file, with its line where one is known. */
function at(path: string, line: number | null): string {
  return line === null ? path : `Line ${line} of ${path}`;
}

export const files = {
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
  oldKeyStillSeen: ({ program, variable }) => ({
    what: "The old key was not disabled: it is still in use.",
    why: `A fresh ${program} still has the old key in ${variable}. Something other than this program sets it there.`,
    next: "Find the line that sets it in your start-up files and remove it, then continue.",
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
  registryValueUnsuitable: ({ path, variable }) => ({
    what: "Nothing was changed.",
    why: `${variable} in ${path} holds something that is no text, so it could not be put back as it was.`,
    next: "Delete or rename that value in the registry editor, then preview again.",
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
  journalNewer: ({ path }) => ({
    what: "Nothing was changed.",
    why: `A newer version of this program wrote ${path}, and this one cannot tell what it records.`,
    next: "Start the newer version.",
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
} satisfies Partial<FailureDictionary>;
