import { useLingui } from "@lingui/react/macro";
import type { ComparedIndicator } from "../../shared/comparison.ts";

/** The rates in one word, for a narrow column. */
export function useShortNames(): Record<ComparedIndicator, string> {
  const { t } = useLingui();
  return {
    EGALIM: t`EGalim`,
    ORGANIC: t`Bio`,
    MEAT_FISH: t`Viandes et poissons`,
    LOCAL: t`Local`,
    SHORT: t`Court`,
  };
}
