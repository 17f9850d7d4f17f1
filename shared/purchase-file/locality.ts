import type { LocalScope } from "../facts.ts";
import { searchKey } from "../normalise.ts";
import { parseScaled } from "../parsing/numbers.ts";
import type { Notes, Where } from "./notes.ts";
import type { PurchaseRow } from "./purchase-row.ts";
import {
  AUTOUR_SERVICE_RADIUS_M,
  DEFINITION_CODES,
  DEFINITION_WORDS,
  nearestCode,
  OLDER_DEFINITION_CODES,
} from "./words.ts";

/** The cells of a row that say how far « local » reaches. */
export interface LocalityCells {
  where: Where;
  whereKm: Where;
  definition: string;
  km: string;
  older: boolean;
}

/** What « local » means on a row; without « local », or without KM, what is written is left aside. */
export function readLocality(
  { where, whereKm, definition, km, older }: LocalityCells,
  local: boolean,
  notes: Notes,
): Pick<PurchaseRow, "localScope" | "localRadiusM"> {
  const scope = definition === "" ? null : readScope(definition, { where, older, notes });
  const radiusM = km === "" ? null : readRadius(km, whereKm, notes);
  if (scope !== null && !local) notes.correct(where, definition, { code: "DEFINITION_UNUSED", result: "" });
  if (km !== "" && (scope !== "KM" || !local)) notes.correct(whereKm, km, { code: "KM_UNUSED", result: "" });
  if (!local) return { localScope: null, localRadiusM: null };
  const around = searchKey(definition) === "autour service" ? AUTOUR_SERVICE_RADIUS_M : null;
  return { localScope: scope, localRadiusM: scope === "KM" ? (radiusM ?? around) : null };
}

function readScope(
  cell: string,
  { where, older, notes }: { where: Where; older: boolean; notes: Notes },
): LocalScope | null {
  const scope = DEFINITION_WORDS.get(searchKey(cell));
  if (scope === undefined) {
    const suggestion = nearestCode(DEFINITION_WORDS, cell);
    notes.refuse(where, cell, { code: "DEFINITION_UNKNOWN", suggestion });
    notes.wonder(where, cell, suggestion);
    return null;
  }
  const codes: readonly string[] = older ? OLDER_DEFINITION_CODES : DEFINITION_CODES;
  if (!codes.includes(cell)) notes.correct(where, cell, { code: "DEFINITION_WORD", result: scope });
  return scope;
}

function readRadius(cell: string, where: Where, notes: Notes): number | null {
  const text = cell.replace(/ ?km$/i, "");
  const read = parseScaled(text, 3);
  if (!read.ok || read.value <= 0 || read.value > 1_000_000) {
    notes.refuse(where, cell, { code: "KM_NUMBER" });
    return null;
  }
  if (!/^\d+(?:\.\d+)?$/.test(cell))
    notes.correct(where, cell, { code: "KM_FORMAT", result: String(read.value / 1000) });
  return read.value;
}
