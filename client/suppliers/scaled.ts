import { parseScaled } from "../../shared/parsing/numbers.ts";

/** What a form's number says, 10^-`decimals`: null while empty; what cannot be read is left for the schema to refuse. */
export function scaled(text: string, decimals: number): number | null {
  if (text.trim() === "") return null;
  const reading = parseScaled(text, decimals);
  return reading.ok ? reading.value : Number.NaN;
}
