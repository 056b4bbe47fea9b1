// Amounts of money. They are the service's decimal texts and are shown digit by digit as it wrote them; numbers made of them
// are for pictures and shares alone.

import type { Words } from ".";

/** "1234567.50" as "1,234,567.50". What is no decimal number stays as it is. */
export function groupedAmount(text: string): string {
  const parts = /^([-+]?)(\d+)(\.\d+)?$/.exec(text.trim());
  if (!parts) return text;
  const [, sign = "", whole = "", fraction = ""] = parts;
  return `${sign === "-" ? "−" : sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}

/** "CNY 12.30". */
export function amountOf(text: string, currency: string, words: Words["costs"]): string {
  return currency ? words.amount(groupedAmount(text), currency) : groupedAmount(text);
}

/** Roughly, for a picture; 0 for what is no number. */
export function roughly(text: string): number {
  const number = Number(text);
  return Number.isFinite(number) ? number : 0;
}

/** "12.3%" of the whole; none where shares mean nothing: of nothing, or beside a refund. */
export function shareOf(amount: string, whole: string, tag: string): string | null {
  const [part, all] = [roughly(amount), roughly(whole)];
  if (all <= 0 || part < 0 || part > all) return null;
  const share = part / all;
  if (part > 0 && share < 0.001) return "<0.1%";
  return new Intl.NumberFormat(tag, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);
}

/** A mark beside a line of the picture: "0.05", "12K". */
export function markOf(value: number, tag: string): string {
  const size = Math.abs(value);
  if (size >= 10_000) return new Intl.NumberFormat(tag, { notation: "compact" }).format(value);
  if (size > 0 && size < 0.0000001) return value.toExponential(0);
  return new Intl.NumberFormat(tag, { maximumSignificantDigits: 4 }).format(value);
}
