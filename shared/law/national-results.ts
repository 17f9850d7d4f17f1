/** What all declared canteens of France reached in a year, basis points of purchases HT. */
export interface NationalResult {
  year: number;
  organicBp: number;
  qualityBp: number;
  meatFishBp: number;
}

/** Published national results, to compare with, never a target. @law ma-cantine-resultats-2025 */
export const NATIONAL_RESULTS: readonly NationalResult[] = [
  { year: 2025, organicBp: 1180, qualityBp: 2950, meatFishBp: 3620 },
];

/** Organic share of the collèges that published their declaration. @law ma-cantine-open-data-2023 */
export const COLLEGES_2023 = { year: 2023, rows: 2316, organicMeanBp: 1480, organicMedianBp: 1180 } as const;

/** The national result of a year; null when none is published. */
export function nationalResultOf(year: number): NationalResult | null {
  return NATIONAL_RESULTS.find((result) => result.year === year) ?? null;
}
