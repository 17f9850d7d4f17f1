import { Trans } from "@lingui/react/macro";
import { portionCents } from "../../shared/edible.ts";
import { formatBasisPoints, MISSING } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import { BestMark } from "./best-mark.tsx";
import type { ComparedRow } from "./compared-rows.ts";
import classes from "./comparison.module.css";

const WHOLE_BP = 10_000;

interface EdibleCellProps {
  row: ComparedRow;
  cheapest: boolean;
  /** On the plate; null: not known. */
  portionGrams: number | null;
}

/** What one kilogram on the plates costs, and one portion. */
export function EdibleCell({ row, cheapest, portionGrams }: EdibleCellProps): React.ReactNode {
  const { edible, ediblePrice, price } = row;
  if (price === null) return MISSING;
  if (edible === null || ediblePrice === null) {
    return (
      <div className={classes.price}>
        <span className={classes.figure}>{MISSING}</span>
        <span className={classes.detail}>
          <Trans>perte à la préparation inconnue</Trans>
        </span>
      </div>
    );
  }
  const portion = portionCents(price.last, edible, portionGrams);
  return (
    <div className={classes.price}>
      <span className={classes.figure}>
        <MoneyText cents={ediblePrice.centsPerKg} />
      </span>
      {cheapest && (
        <BestMark>
          <Trans>prix le plus bas</Trans>
        </BestMark>
      )}
      <YieldText row={row} />
      {portion !== null && (
        <strong>
          <Trans>
            <MoneyText cents={portion} /> la portion
          </Trans>
        </strong>
      )}
    </div>
  );
}

function YieldText({ row: { edible, ediblePrice } }: Pick<EdibleCellProps, "row">): React.ReactNode {
  const locale = useLocale();
  if (edible === null || ediblePrice === null) return null;
  if (edible.referenceBp === WHOLE_BP)
    return (
      <span className={classes.detail}>
        <Trans>tout se mange</Trans>
      </span>
    );
  const share = formatBasisPoints(edible.referenceBp, locale);
  return (
    <>
      <span className={classes.detail}>
        <Trans>{share} se mange</Trans>
      </span>
      <span className={classes.detail}>
        <Trans>
          de <MoneyText cents={ediblePrice.lowCentsPerKg} /> à{" "}
          <MoneyText cents={ediblePrice.highCentsPerKg} />
        </Trans>
      </span>
    </>
  );
}
