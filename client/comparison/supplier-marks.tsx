import { Trans, useLingui } from "@lingui/react/macro";
import type { LineCategory } from "../../shared/categories.ts";
import { explain } from "../../shared/classification/explain.ts";
import type { SupplierComparison } from "../../shared/comparison.ts";
import type { LineFact } from "../../shared/moves.ts";
import { LINE_FACTS } from "../../shared/moves.ts";
import { CategoryBadge } from "../ui/category-badge.tsx";
import { useLocale } from "../ui/locale.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import classes from "./comparison.module.css";
import { IntermediariesText } from "./intermediaries-text.tsx";

/** « Bio » is already one of the facts. */
const SAID_BY_ITS_FACT: readonly LineCategory[] = ["NON_EGALIM", "BIO"];

/** What a line bought today would be: four facts that are never added up, each with its reason. */
export function SupplierMarks({ row }: { row: SupplierComparison }): React.ReactNode {
  const { t } = useLingui();
  const { verdict, intermediaries } = row;
  const locale = useLocale();
  const labels: Record<LineFact, string> = {
    organic: t`Bio`,
    quality: t`Signe`,
    short: t`Court`,
    local: t`Local`,
  };
  const worthSaying = (fact: LineFact): boolean =>
    fact === "short" || fact === "local" || verdict[fact].status !== "no";
  return (
    <div className={classes.marks}>
      <span className={classes.badges}>
        {LINE_FACTS.filter(worthSaying).map((fact) => (
          <StatusBadge key={fact} fact={labels[fact]} status={verdict[fact].status} />
        ))}
      </span>
      {!SAID_BY_ITS_FACT.includes(verdict.declaredCategory) && (
        <CategoryBadge category={verdict.declaredCategory} />
      )}
      <div className={classes.foot}>
        <span className={classes.detail}>
          <IntermediariesText count={intermediaries} />
        </span>
        <details className={classes.why}>
          <summary>
            <Trans>Pourquoi</Trans>
          </summary>
          <ul>
            {LINE_FACTS.map((fact) => (
              <li key={fact}>{explain(verdict[fact], locale)}</li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}
