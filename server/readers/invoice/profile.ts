/** What stands in BT-24, most telling first, and the short name that people know. */
const PROFILES: readonly (readonly [RegExp, string])[] = [
  [/extended-ctc-fr/i, "EXTENDED CTC FR"],
  [/cpro\.gouv\.fr/i, "CTC FR"],
  [/xrechnung.*extension/i, "XRECHNUNG EXTENSION"],
  [/xrechnung/i, "XRECHNUNG"],
  [/peppol/i, "PEPPOL"],
  [/basic-?wl/i, "BASIC WL"],
  [/minimum/i, "MINIMUM"],
  [/extended/i, "EXTENDED"],
  [/comfort/i, "COMFORT"],
  [/basic/i, "BASIC"],
  [/en16931/i, "EN 16931"],
];

/** Short name of the profile that a guideline (BT-24) names; null: none that is known. */
export function profileOf(guideline: string | null): string | null {
  if (guideline === null) return null;
  return PROFILES.find(([pattern]) => pattern.test(guideline))?.[1] ?? null;
}
