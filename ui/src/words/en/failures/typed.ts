// Failures of what was typed or pasted, found before any service is asked.

import type { CredentialProblemView, PastedProblemView } from "../../../wire";
import { sentenceFor } from "../../addresses";
import type { FailureDictionary } from "../../failures";
import type { FailureWords } from "../../kinds";
import { addresses } from "../addresses";

/** Why this is no AccessKey, and what to do. */
const CREDENTIAL_PROBLEMS: Record<CredentialProblemView, Pick<FailureWords, "why" | "next">> = {
  idEmpty: { why: "The AccessKey id is empty.", next: "Copy it from the RAM console." },
  secretEmpty: { why: "The AccessKey secret is empty.", next: "Paste the secret that belongs to the id." },
  swapped: { why: "The id and the secret are in each other's place.", next: "Exchange the two." },
  idShape: {
    why: "This is not the shape of an AccessKey id, which begins with LTAI or STS.",
    next: "Copy the id from the RAM console.",
  },
  secretShape: {
    why: "The secret or the token has not the shape of one.",
    next: "Copy it again, whole and without anything else.",
  },
  masked: {
    why: "This is a masked form, with stars or an ellipsis in it.",
    next: "Copy the whole value from where it was created.",
  },
  whiteSpace: {
    why: "There are spaces or line ends in it.",
    next: "Copy the value alone and paste it again.",
  },
  tokenMissing: {
    why: "This is the id of temporary credentials, and their token is missing.",
    next: "Paste the security token too.",
  },
  tokenNotNeeded: {
    why: "There is a security token, and the AccessKey id is not one of temporary credentials.",
    next: "Leave the token empty, or give the id that came with it.",
  },
  apiKey: {
    why: "This is an API key, which calls models; managing keys takes an AccessKey.",
    next: "Keep it with “Paste a key you have”, and give an AccessKey here.",
  },
};

/** Why this is no key that can be kept, and what to do. */
const PASTED_PROBLEMS: Record<PastedProblemView, Pick<FailureWords, "why" | "next">> = {
  empty: { why: "Nothing was pasted.", next: "Copy the key and paste it." },
  masked: {
    why: "This is the masked form, with stars or an ellipsis in it; it calls nothing.",
    next: "Copy the whole key from where it was created.",
  },
  whiteSpace: { why: "There are spaces or line ends in it.", next: "Copy the key alone and paste it again." },
  placeholder: {
    why: "This is the placeholder of another program, not the key itself.",
    next: "Copy the key from where it was created.",
  },
  accessKey: {
    why: "This is an AccessKey: it manages keys and calls no models.",
    next: "Add it as an account instead.",
  },
  temporary: {
    why: "This is a temporary key: it ends within half an hour and is never kept.",
    next: "Paste the key that it was made from.",
  },
  shape: {
    why: "It has not the shape of a key of Model Studio.",
    next: "Copy the key again; it begins with sk-.",
  },
  length: { why: "It is cut off, or longer than a key.", next: "Copy the whole key and nothing else." },
};

export const typed = {
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
  variableTwice: ({ name }) => ({
    what: "Nothing was written.",
    why: `${name} would be set twice.`,
    next: "Choose two different names.",
  }),
  keyringWayMissing: () => ({
    what: "Nothing was written.",
    why: "The keyring cannot be asked when a shell starts here.",
    next: "Choose the file instead.",
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
  accountNameEmpty: () => ({
    what: "The account was not saved.",
    why: "It has no name.",
    next: "Give it one, such as “Company”.",
  }),
  accountNameTaken: ({ name }) => ({
    what: "The account was not saved.",
    why: `There is an account “${name}” already.`,
    next: "Choose another name.",
  }),
  credentialsInvalid: ({ problem }) => ({
    what: "The account was not saved.",
    ...(CREDENTIAL_PROBLEMS[problem] ?? {
      why: "This is no AccessKey.",
      next: "Copy the id and the secret again.",
    }),
  }),
  credentialsGone: () => ({
    what: "The account was not saved.",
    why: "What was found on this computer is no longer there, or has changed.",
    next: "Look again, or type the AccessKey.",
  }),
  credentialsFileUnusable: ({ path, reason }) => ({
    what: "The credentials on this computer could not be looked at.",
    why: `${path} cannot be read: ${reason}`,
    next: "Correct the file, or type the AccessKey.",
  }),
  endpointInvalid: ({ text }) => ({
    what: "The account was not saved.",
    why: `“${text}” is no address of a service.`,
    next: "Write it like https://studio.example.com; http is accepted for this computer only.",
  }),
  caFileUnusable: ({ path, reason }) => ({
    what: "The account was not saved.",
    why: `${path} holds no certificate that can be used: ${reason}`,
    next: "Name a PEM file with the certificate of your authority, or leave the field empty.",
  }),
  workspaceNameInvalid: ({ length, limit }) => ({
    what: "The workspace was not created.",
    why: `Its name has ${length} characters; 1 to ${limit} are allowed.`,
    next: "Change the name.",
  }),
  pastedInvalid: ({ problem }) => ({
    what: "This cannot be kept as a key.",
    ...(PASTED_PROBLEMS[problem] ?? { why: "It is no API key.", next: "Copy the key again and paste it." }),
  }),
  pastedGone: () => ({
    what: "Nothing was kept.",
    why: "The pasted key was held for a while and then forgotten.",
    next: "Paste it again.",
  }),
  periodInvalid: ({ start, end }) => ({
    what: "The costs cannot be shown.",
    why: `${start || "An empty day"} to ${end || "an empty day"} is no time that ends after it begins.`,
    next: "Choose the days again.",
  }),
  lifetimeInvalid: ({ seconds, limit }) => ({
    what: "The temporary key was not created.",
    why: `It was to live for ${seconds} seconds; 1 to ${limit} are allowed.`,
    next: "Choose another lifetime.",
  }),
  nothingToSend: () => ({
    what: "Nothing was sent.",
    why: "A call needs a model and a text.",
    next: "Choose a model and type a text.",
  }),
} satisfies Partial<FailureDictionary>;
