// Typed and pasted text as entries, one a chip. Only where one entry ends and the next begins is decided here, by the
// rules of the program's own reader; what an entry means is the program's to say.

const SEPARATORS = /[,;\t、，；\r\n]/;
const SPACE = /\s+/;
/** What may stand between the two ends of a range. */
const DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212－~～〜";

const startsWithDash = (text: string) => DASHES.includes(text.charAt(0));
const endsWithDash = (text: string) => DASHES.includes(text.charAt(text.length - 1));

/** The entries of a text: separated by lines, commas, semicolons, tabs or spaces; `#` begins a comment. */
export function splitEntries(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split("#", 1)[0] ?? "")
    .flatMap((line) => line.split(SEPARATORS))
    .flatMap(joinRanges);
}

/** Words parted by spaces, but the two ends of a range and its dash are one. */
function joinRanges(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(SPACE).filter(Boolean)) {
    const before = words.at(-1);
    if (before !== undefined && (startsWithDash(word) || endsWithDash(before)))
      words[words.length - 1] = before + word;
    else words.push(word);
  }
  return words;
}

/** The text of the box ends an entry: a separator was typed after it, and it is no range with one end yet. */
export function endsEntry(text: string): boolean {
  return /[\s,;、，；]$/.test(text) && text.trim() !== "" && !endsWithDash(text.trim());
}

/** The text holds more than one line or entry, as pasted text may. */
export function holdsSeveral(text: string): boolean {
  return splitEntries(text).length > 1 || /[\r\n]/.test(text);
}

/** `chips` with the entries of `text` behind them. A text that begins with a dash ends the range that the last chip began. */
export function withEntries(chips: string[], text: string): string[] {
  const added = splitEntries(text);
  const [first, ...rest] = added;
  const last = chips.at(-1);
  if (first !== undefined && last !== undefined && startsWithDash(first))
    return [...chips.slice(0, -1), last + first, ...rest];
  return [...chips, ...added];
}
