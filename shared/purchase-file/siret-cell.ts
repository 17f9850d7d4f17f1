import { isSiret, normaliseSiret } from "../identifiers.ts";
import type { Notes, Where } from "./notes.ts";

const DIGITS = 14;
/** No more than three zeros may be put back: nine digits are a SIREN, and no canteen. */
const FEWEST_DIGITS = 11;
const EXPONENT = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i;

/** SIRET that are known to be a canteen's: what a damaged cell may be completed to. */
export interface KnownSirets {
  has(siret: string): boolean;
  /** The canteen that the whole file is meant for; null: the file says it row by row. */
  chosen: string | null;
}

/**
 * The 14 digits of a cell. Spaces go; zeros that a spreadsheet dropped come back when the key is then right; an
 * exponent (`2.1010034300016E13`) is written out when no digit was rounded away. Null when it is refused,
 * with SIRET_LENGTH, SIRET_ROUNDED or SIRET_KEY.
 */
export function readSiret(
  cell: string,
  where: Where,
  { notes, known }: { notes: Notes; known: KnownSirets },
): string | null {
  const text = normaliseSiret(cell);
  const written = EXPONENT.test(text) ? writeOut(text) : text.replace(/[.,]0$/, "");
  // Zeros that an exponent leaves to write may be lost digits: they are believed of a known canteen only.
  const exponent = EXPONENT.exec(text);
  const isWhole = exponent === null || exponent[2]?.length === DIGITS - 1;
  const isGood = (siret: string) => known.has(siret) || (isWhole && isSiret(siret));
  if (!/^\d+$/.test(written) || written.length > DIGITS || written.length < FEWEST_DIGITS)
    return refuse("SIRET_LENGTH");
  const siret = written.padStart(DIGITS, "0");
  if (isGood(siret)) {
    if (siret !== text)
      notes.correct(where, cell, {
        code: exponent === null ? "SIRET_ZEROS" : "SIRET_EXPONENT",
        result: siret,
      });
    else if (text !== cell) notes.correct(where, cell, { code: "SIRET_SPACES", result: siret });
    return siret;
  }
  if (exponent !== null) return refuse("SIRET_ROUNDED");
  return refuse(written.length === DIGITS ? "SIRET_KEY" : "SIRET_LENGTH");

  function refuse(code: "SIRET_LENGTH" | "SIRET_ROUNDED" | "SIRET_KEY"): null {
    notes.refuse(where, cell, { code, suggestion: known.chosen });
    return null;
  }
}

function writeOut(text: string): string {
  const [, first = "", rest = "", power = "0"] = EXPONENT.exec(text) ?? [];
  const length = Number(power) + 1;
  return rest.length > Number(power) ? text : (first + rest).padEnd(length, "0");
}
