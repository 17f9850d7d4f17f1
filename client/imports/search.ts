/** What is being imported, as the address says it: a reload loses nothing. */
export interface ImportSearch {
  /** SHA-256 of the dropped file. */
  fichier?: string;
  /** Read as the State's platform would. */
  strict?: true;
  /** Purchases that are there already are written again. */
  doublons?: true;
  /** Rows that repeat an earlier one of the file are left out. */
  sansRepetitions?: true;
  /** Rows for which the other choice was made, one by one. */
  sauf?: number[];
  /** The columns are looked at, although the file is known. */
  colonnes?: true;
  /** Sheet looked at, from 0; absent: the one that is found. */
  feuille?: number;
  /** Row of titles, from 1; 0: none; absent: the one that is found. */
  titres?: number;
}

export function validateImportSearch(search: Record<string, unknown>): ImportSearch {
  const { fichier, strict, doublons, sansRepetitions, sauf, colonnes, feuille, titres } = search;
  return {
    ...(typeof fichier === "string" && /^[0-9a-f]{64}$/.test(fichier) ? { fichier } : {}),
    ...(strict === true ? { strict } : {}),
    ...(doublons === true ? { doublons } : {}),
    ...(sansRepetitions === true ? { sansRepetitions } : {}),
    ...(isRows(sauf) ? { sauf } : {}),
    ...(colonnes === true ? { colonnes } : {}),
    ...(isWhole(feuille) ? { feuille } : {}),
    ...(isWhole(titres) ? { titres } : {}),
  };
}

function isRows(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => Number.isInteger(row) && row > 0);
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1_000;
}
