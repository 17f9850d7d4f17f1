import type { FileColumn } from "./columns.ts";
import type { Header } from "./header.ts";
import type { Notes } from "./notes.ts";
import { readSiret } from "./siret-cell.ts";

/** A canteen that a file may name by its SIRET or by its id. */
export interface KnownCanteen {
  id: string;
  siret: string;
}

interface Options {
  canteens: readonly KnownCanteen[];
  chosen: string | null;
  create: boolean;
}

/**
 * Finds the SIRET of the canteen of a row; null when refused: REQUIRED, what readSiret says, CANTEEN_UNKNOWN, or
 * CANTEEN_OTHER when one canteen is chosen and the row is of another. A file that names none is of the chosen one.
 */
export function canteenReader(
  { canteens, chosen, create }: Options,
  notes: Notes,
): (row: number, header: Header, at: (column: FileColumn) => string) => string | null {
  const sirets = new Set(canteens.map(({ siret }) => siret));
  const byId = new Map(canteens.map(({ id, siret }) => [id, siret]));
  const known = { has: (siret: string) => sirets.has(siret) || siret === chosen, chosen };

  return function readCanteen(row, header, at) {
    const column = header.at.has("siret") ? "siret" : "cantine_id";
    if (!header.at.has(column)) return chosen;
    const where = { row, column };
    const cell = at(column);
    if (cell === "") {
      notes.refuse(where, "", { code: "REQUIRED", suggestion: chosen });
      return null;
    }
    const siret = byId.get(cell.toLowerCase()) ?? siretOf(cell);
    if (siret === null) return null;
    if (chosen !== null && siret !== chosen) {
      notes.refuse(where, cell, { code: "CANTEEN_OTHER", suggestion: chosen });
      return null;
    }
    if (sirets.has(siret) || create) return siret;
    notes.refuse(where, cell, { code: "CANTEEN_UNKNOWN" });
    return null;

    function siretOf(text: string): string | null {
      if (column === "siret" || /^[\d\s\u00A0]{14,}$/.test(text))
        return readSiret(text, where, { notes, known });
      notes.refuse(where, text, { code: "CANTEEN_UNKNOWN", suggestion: chosen });
      return null;
    }
  };
}
