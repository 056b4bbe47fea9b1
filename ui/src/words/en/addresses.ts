// English: what is wrong with an address, what there is to know about it, and what addresses are for.

import type { AddressWords } from "../addresses";

const FAMILIES = { ipv4: "IPv4", ipv6: "IPv6" };

const classes: AddressWords["classes"] = {
  private: "private networks, such as a home or an office",
  loopback: "a computer itself",
  linkLocal: "one cable or one radio cell",
  carrierNat: "a provider's customers behind one shared address",
  documentation: "examples in texts",
  multicast: "sending to many at once",
  unspecified: "no address at all",
  reserved: "tests, protocols and later use",
};

export const addresses: AddressWords = {
  classes,
  problems: {
    empty: () => "There is nothing here.",
    tooLong: ({ length, limit }) =>
      `This has ${length} characters; no address has more than ${limit}. Was something else pasted?`,
    looksLikeKey: ({ masked }) =>
      `This looks like an API key (${masked}) and not like an address. Remove it from this box.`,
    several: () => "This is more than one address. Type one.",
    url: ({ host }) =>
      host
        ? `This is a web address. The allowlist takes the IP address of whoever calls, not of ${host}.`
        : "This is a web address. The allowlist takes IP addresses.",
    hostName: () =>
      "This is a name. The allowlist takes IP addresses: a name may move to another one at any time.",
    port: ({ address }) => `A port does not belong here. Use ${address} alone.`,
    brackets: ({ address }) => `Brackets do not belong here. Use ${address} alone.`,
    fullWidth: ({ character, meant }) =>
      meant
        ? `“${character}” is a full-width character. In plain characters this is ${meant}.`
        : `“${character}” is a full-width character. Switch the keyboard to plain characters.`,
    strangeCharacter: ({ character, codePoint }) =>
      `“${character}” (${codePoint}) does not occur in addresses. Take it out.`,
    tooFewParts: ({ parts }) =>
      `An IPv4 address has four numbers; here ${parts === 1 ? "is" : "are"} ${parts}.`,
    tooManyParts: ({ parts }) => `An IPv4 address has four numbers; here are ${parts}.`,
    emptyPart: ({ position }) => `Number ${position} is missing between the dots.`,
    partTooLarge: ({ position, part }) => `Number ${position} is ${part}; the largest is 255.`,
    leadingZero: ({ position, part, decimal, octal }) =>
      `Number ${position}, ${part}, begins with a zero. Programs read it differently: ${[decimal, octal].filter(Boolean).join(" or ") || "write it without the zero"}.`,
    wildcard: ({ block }) =>
      block
        ? `A star is not taken. As a block this is ${block}.`
        : "A star is not taken. Write a block, such as 203.0.113.0/24.",
    twoGaps: () => "“::” may stand in an IPv6 address once only.",
    groups: ({ groups }) =>
      `An IPv6 address has eight groups; here ${groups === 1 ? "is" : "are"} ${groups}.`,
    group: ({ group }) => `“${group}” is no group of an IPv6 address: up to four digits from 0 to f.`,
    zone: ({ address, zone }) =>
      `“%${zone}” means something on one computer only. Without it this is ${address}.`,
    prefixTooLong: ({ prefix, limit }) => `The number after the slash is ${prefix}; the largest is ${limit}.`,
    prefixUnreadable: ({ prefix }) =>
      prefix
        ? `“${prefix}” after the slash is no number. Write a block like 203.0.113.0/24.`
        : "After the slash a number is missing. Write a block like 203.0.113.0/24.",
    netmask: ({ mask, prefix, block }) => `The mask ${mask} is written /${prefix}: ${block}.`,
    notANetmask: ({ mask }) => `${mask} is no network mask. Write a block like 203.0.113.0/24.`,
    hostBits: ({ address, block }) => `This could mean the block ${block} or only ${address}.`,
    rangeBackwards: ({ first, last }) =>
      `The range runs backwards: ${first} comes after ${last}. Exchange the two.`,
    rangeAcrossFamilies: ({ first, last }) =>
      `A range cannot run from ${first} to ${last}: one is IPv4, the other IPv6.`,
    rangeOpen: () => "One end of the range is missing.",
    rangeShort: ({ meant }) =>
      meant ? `Write both ends of a range in full: ${meant}.` : "Write both ends of a range in full.",
    rangeOfBlocks: () => "A range runs from one address to another, not from block to block.",
    rangeNotTaken: ({ first, last }) =>
      `A range does not fit here. Type one address from ${first} to ${last}.`,
    tooManyEntries: ({ limit }) => `Only the first ${limit} entries were read. Remove the rest.`,
    notAnAddress: () =>
      "This is neither an IP address nor a block. Write it like 203.0.113.7 or 203.0.113.0/24.",
    notOneAddress: () => "This is a block or a range. Type one address.",
    notOfTheInternet: ({ class: of, block }) =>
      `${block} is for ${classes[of]}. The service is on the internet and never sees such an address: use the public one.`,
    ipv6NotTaken: () => "This region does not take IPv6. Use an IPv4 address.",
  },
  notes: {
    anyone: () => "This lets in everyone with an address of this kind.",
    ipv6Disputed: () =>
      "The platform's pages contradict each other about IPv6 in this region. The service decides when you save.",
    partlySpecial: ({ class: of }) =>
      `Some of these addresses are for ${classes[of]}; the service never sees those.`,
  },
  echoes: {
    unreachable: () => "no connection",
    timedOut: () => "no answer in time",
    status: ({ status }) => `refused (${status})`,
    notAnAddress: () => "answered with something else, perhaps a network's sign-in page",
    otherFamily: ({ address }) => `answered with ${address}, of the other kind`,
  },
  mine: {
    differ: ({ family, addresses: all }) =>
      `The two services see different ${FAMILIES[family]} addresses: ${all.join(", ")}. A VPN or a proxy may take calls different ways: add all of them, or look at which one the platform sees.`,
    proxy: () =>
      "A proxy is set on this computer: this is the proxy's address, and others behind it share it.",
    carrierNat: ({ address }) =>
      `Your provider puts several customers behind one address (this computer has ${address} there): those could use the key too, and the address may change.`,
    notOfTheInternet: ({ address, class: of }) =>
      `${address} is for ${classes[of]}. The platform would never see it.`,
    mayChange: () =>
      "Addresses of homes and mobiles change, some of them daily. When this one changes, the key is refused.",
  },
};
