import type { NationalResult } from "../law/national-results.ts";
import type { LegalTarget } from "../law/targets.ts";
import type { Indicator } from "./indicators.ts";

/** The legal target of an indicator, basis points; null: the law sets none. @law rural-L230-5-1 */
export function legalTargetBp(target: LegalTarget | null, indicator: Indicator): number | null {
  return statedBp(target, indicator);
}

/** The national result of an indicator, basis points; null: none is published. */
export function nationalResultBp(result: NationalResult | null, indicator: Indicator): number | null {
  return statedBp(result, indicator);
}

/** Neither the law nor the State's results speak of local purchases and short circuits. */
function statedBp(
  stated: Pick<LegalTarget, "organicBp" | "qualityBp" | "meatFishBp"> | null,
  indicator: Indicator,
): number | null {
  switch (indicator) {
    case "ORGANIC":
      return stated?.organicBp ?? null;
    case "EGALIM":
      return stated?.qualityBp ?? null;
    case "MEAT_FISH":
      return stated?.meatFishBp ?? null;
    case "LOCAL":
    case "SHORT":
    case "SHORT_OR_LOCAL":
      return null;
  }
}
