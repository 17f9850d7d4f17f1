import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { hashText } from "../../shared/random.ts";

/** The day the story begins; what was there from the start bears it. */
export const FIRST_DAY: IsoDate = "2023-01-01";

/** An id shaped like UUIDv7 (the day, then 74 bits of the key): the same key gives the same id. */
export function demoId(day: IsoDate, key: string): Id {
  const [year, month, dayOfMonth] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number);
  const instant = Date.UTC(year ?? 0, (month ?? 1) - 1, dayOfMonth ?? 1)
    .toString(16)
    .padStart(12, "0");
  const [a, b, c] = [0, 1, 2].map((salt) => hashText(key, salt).toString(16).padStart(8, "0"));
  const variant = ((hashText(key, 3) & 0x3) | 0x8).toString(16);
  const bits = `${a}${b}${c}`;
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${bits.slice(0, 3)}-${variant}${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
}
