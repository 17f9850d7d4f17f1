/** `annee`: civil year; `portee`: every canteen the account sees, or (absent) the one chosen in the header. */
export interface ProcurementSearch {
  annee?: number;
  portee?: "toutes";
}

export function validateProcurementSearch({ annee, portee }: Record<string, unknown>): ProcurementSearch {
  const year = Number(annee);
  return {
    ...(Number.isInteger(year) && year >= 2019 && year <= 2100 ? { annee: year } : {}),
    ...(portee === "toutes" ? { portee } : {}),
  };
}
