/** What is being imported, as the address says it: a reload loses nothing. */
export interface ImportSearch {
  /** SHA-256 of the dropped file. */
  fichier?: string;
  /** Read as the State's platform would. */
  strict?: true;
  /** Purchases that are there already are written again. */
  doublons?: true;
}

export function validateImportSearch({ fichier, strict, doublons }: Record<string, unknown>): ImportSearch {
  return {
    ...(typeof fichier === "string" && /^[0-9a-f]{64}$/.test(fichier) ? { fichier } : {}),
    ...(strict === true ? { strict } : {}),
    ...(doublons === true ? { doublons } : {}),
  };
}
