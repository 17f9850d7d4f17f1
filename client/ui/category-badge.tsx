import type { LineCategory } from "../../shared/categories.ts";
import { CATEGORY_LABELS } from "../../shared/categories.ts";
import classes from "./badges.module.css";
import { useLocale } from "./locale.ts";
import type { Indicator } from "./theme.ts";

const INDICATORS: Record<LineCategory, Indicator> = {
  BIO: "organic",
  LABEL_ROUGE: "quality",
  AOCAOP: "quality",
  IGP: "quality",
  STG: "quality",
  FERMIER: "quality",
  HVE: "sustainable",
  PECHE_DURABLE: "sustainable",
  RUP: "sustainable",
  COMMERCE_EQUITABLE: "sustainable",
  EXTERNALITES: "sustainable",
  PERFORMANCE: "sustainable",
  NON_EGALIM: "conventional",
};

/** The one category a line counts under: a spot of its indicator's colour and its name. */
export function CategoryBadge({ category }: { category: LineCategory }): React.ReactNode {
  const locale = useLocale();
  return (
    <span className={classes.category}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <circle cx="5" cy="5" r="5" fill={`var(--bp-${INDICATORS[category]})`} />
      </svg>
      {CATEGORY_LABELS[category][locale]}
    </span>
  );
}
