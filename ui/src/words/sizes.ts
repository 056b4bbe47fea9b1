// Numbers of addresses. They come as decimal digits, because those of IPv6 do not fit a number.

/** From here on nobody reads the digits. */
const READABLE = 1_000_000_000_000_000n;
const RAISED = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

/** "4,096", "2⁸⁰", "≈ 1.2 × 10²⁴". */
export function sizeOf(digits: string, tag: string): string {
  const count = BigInt(digits);
  if (count < READABLE) return new Intl.NumberFormat(tag).format(count);
  const binary = count.toString(2);
  if (/^10*$/.test(binary)) return `2${raised(binary.length - 1)}`;
  const decimal = count.toString();
  return `≈ ${decimal.charAt(0)}.${decimal.charAt(1)} × 10${raised(decimal.length - 1)}`;
}

function raised(exponent: number): string {
  return [...String(exponent)].map((digit) => RAISED[Number(digit)]).join("");
}
