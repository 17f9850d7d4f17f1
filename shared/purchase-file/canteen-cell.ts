import { normaliseSiret } from "../identifiers.ts";
import type { Layout } from "./layout.ts";
import type { Notes } from "./notes.ts";
import { readSiret } from "./siret-cell.ts";

/** A canteen that a file may name by its SIRET or by its id. */
export interface KnownCanteen {
  id: string;
  siret: string;
  /** Civil years that were declared, in which nothing more may come. */
  frozenYears?: readonly number[];
}

/** Which canteens the rows of a file may be of. */
export interface CanteenOptions {
  canteens: readonly KnownCanteen[];
  chosen: string | null;
  create: boolean;
}

/**
 * Finds the SIRET of the canteen of a row; null when refused: REQUIRED, what readSiret says, CANTEEN_UNKNOWN, or
 * CANTEEN_OTHER when one canteen is chosen and the row is of another. A file that names none is of the chosen one.
 */
export function canteenReader(
  { canteens, chosen, create }: CanteenOptions,
  notes: Notes,
): (row: number, cells: readonly string[], layout: Layout) => string | null {
  const sirets = new Set(canteens.map(({ siret }) => siret));
  const byId = new Map(canteens.map(({ id, siret }) => [id, siret]));
  const known = { has: (siret: string) => sirets.has(siret) || siret === chosen, chosen };

  return function readCanteen(row, cells, layout) {
    const column = layout.has("siret") ? "siret" : "cantine_id";
    if (!layout.has(column)) return chosen;
    const where = layout.where(row, column);
    const cell = layout.at(cells, column);
    if (cell === "") {
      notes.refuse(where, "", { code: "REQUIRED", suggestion: chosen });
      return null;
    }
    const siret = byId.get(cell.toLowerCase()) ?? siretOf(cell);
    if (siret === null) {
      notes.wonder(where, cell, chosen);
      return null;
    }
    if (chosen !== null && siret !== chosen) {
      notes.refuse(where, cell, { code: "CANTEEN_OTHER", suggestion: chosen });
      return null;
    }
    if (sirets.has(siret) || create) return siret;
    notes.refuse(where, cell, { code: "CANTEEN_UNKNOWN" });
    notes.wonder(where, cell, null);
    return null;

    function siretOf(text: string): string | null {
      const ofSiren = layout.siren ? siretOfSiren(normaliseSiret(text)) : null;
      if (ofSiren !== null) {
        notes.correct(where, text, { code: "SIRET_SIREN", result: ofSiren });
        return ofSiren;
      }
      if (column === "siret" || /^[\d\s\u00A0]{14,}$/.test(text))
        return readSiret(text, where, { notes, known });
      notes.refuse(where, text, { code: "CANTEEN_UNKNOWN", suggestion: chosen });
      return null;
    }
  };

  /** The only canteen of that SIREN; null: none, or several. */
  function siretOfSiren(siren: string): string | null {
    if (!/^\d{9}$/.test(siren)) return null;
    const [only, other] = [...sirets].filter((siret) => siret.startsWith(siren));
    return only !== undefined && other === undefined ? only : null;
  }
}
