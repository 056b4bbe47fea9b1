// Failures of an account: credentials that are refused, rights that are missing, and what stands between here and the
// service.

import type { FailureDictionary } from "../../failures";

export const account = {
  regionNeedsAccount: () => ({
    what: "This region cannot be asked.",
    why: "No account is set up for it.",
    next: "Add an account, or work with This computer.",
  }),
  accessKeyRefused: ({ platformCode, requestId }) => ({
    what: "The service refused the account.",
    why: `It does not accept the AccessKey (${platformCode}, request ${requestId}).`,
    next: "Edit the account and give its AccessKey again.",
  }),
  clockWrong: ({ requestId }) => ({
    what: "The service refused the request.",
    why: `This computer's clock is more than 15 minutes off (request ${requestId}).`,
    next: "Set the clock, then try again.",
  }),
  accountUnknown: () => ({
    what: "Nothing was changed.",
    why: "This account is gone: it was removed in the meantime.",
    next: "Open the settings again.",
  }),
  accountSecretMissing: ({ name }) => ({
    what: "The service could not be asked.",
    why: `The secret of “${name}” is no longer in the keyring.`,
    next: "Edit the account and give its AccessKey again.",
  }),
  accessKeyUnknown: ({ requestId }) => ({
    what: "The service refused the account.",
    why: `It does not know this AccessKey id (request ${requestId}).`,
    next: "Check the id and the site; an AccessKey of the China site is unknown to the international one.",
  }),
  accessKeyInactive: ({ requestId }) => ({
    what: "The service refused the account.",
    why: `The AccessKey is disabled (request ${requestId}).`,
    next: "Enable it in the RAM console, or give another one.",
  }),
  accessKeySecretWrong: ({ requestId }) => ({
    what: "The service refused the account.",
    why: `The AccessKey secret does not belong to this AccessKey id (request ${requestId}).`,
    next: "Edit the account and give the secret again.",
  }),
  credentialsExpired: ({ requestId }) => ({
    what: "The service refused the account.",
    why: `Its temporary credentials have ended (request ${requestId}).`,
    next: "Edit the account and give new ones.",
  }),
  permissionMissing: ({ action, requestId }) => ({
    what: "The account may not do this.",
    why: action
      ? `The RAM user lacks the right ${action} (request ${requestId}).`
      : `The RAM user lacks a right, and the service does not say which (request ${requestId}).`,
    next: "Add it to the user's policy: Settings shows the smallest RAM policy that suffices.",
  }),
  regionNotActivated: ({ platformCode }) => ({
    what: "This region cannot be worked with yet.",
    why: `Model Studio is not activated there for this account (${platformCode}).`,
    next: "Activate it in the console of this region, then refresh.",
  }),
  accountOwes: ({ platformCode }) => ({
    what: "The service refused the request.",
    why: `The account is in arrears (${platformCode}).`,
    next: "Pay what is owed in the billing console, then try again.",
  }),
  signInPage: ({ host }) => ({
    what: "The service could not be asked.",
    why: `A sign-in page of the network answered instead of ${host}.`,
    next: "Sign in to the network in a browser, then try again.",
  }),
  notTrusted: ({ host }) => ({
    what: "Nothing was sent.",
    why: `The certificate of ${host} is not trusted on this computer.`,
    next: "If your network has a certificate authority of its own, name its file in the account's settings.",
  }),
} satisfies Partial<FailureDictionary>;
