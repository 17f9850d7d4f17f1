import { MONTH_NAMES } from "../calendar-names.ts";
import { searchKey } from "../normalise.ts";

/** Each month's French and English names, lower case and without accents. */
const KEYS = MONTH_NAMES.fr.map((name, index) => [searchKey(name), searchKey(MONTH_NAMES.en[index] ?? "")]);

/**
 * Month 1–12 whose French or English name begins with `name` (lower case, without accents), which spreadsheets
 * write as « nov » or « juil »; null when shorter than three letters, unknown, or ambiguous (« jui »).
 */
export function monthOfName(name: string): number | null {
  if (name.length < 3) return null;
  const months = KEYS.flatMap((keys, index) => (keys.some((key) => key.startsWith(name)) ? [index + 1] : []));
  return months.length === 1 ? (months[0] ?? null) : null;
}
