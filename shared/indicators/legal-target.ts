import type { NationalResult } from "../law/national-results.ts";
import type { LegalTarget } from "../law/targets.ts";
import type { Indicator } from "./indicators.ts";

/** The legal target of an indicator, basis points; null: the law sets none. @law rural-L230-5-1 */
export function legalTargetBp(target: LegalTarget | null, indicator: Indicator): number | null {
  switch (indicator) {
    case "ORGANIC":
      return target?.organicBp ?? null;
    case "EGALIM":
      return target?.qualityBp ?? null;
    case "MEAT_FISH":
      return target?.meatFishBp ?? null;
    case "LOCAL":
    case "SHORT":
    case "SHORT_OR_LOCAL":
      return null;
  }
}

/** The national result of an indicator, basis points; null: none is published. */
export function nationalResultBp(result: NationalResult | null, indicator: Indicator): number | null {
  switch (indicator) {
    case "ORGANIC":
      return result?.organicBp ?? null;
    case "EGALIM":
      return result?.qualityBp ?? null;
    case "MEAT_FISH":
      return result?.meatFishBp ?? null;
    case "LOCAL":
    case "SHORT":
    case "SHORT_OR_LOCAL":
      return null;
  }
}
