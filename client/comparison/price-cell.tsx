import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { centsPerKg } from "../../shared/comparison.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import { Sparkline } from "../ui/sparkline.tsx";
import { DateText, MoneyText } from "../ui/values.tsx";
import { BestMark } from "./best-mark.tsx";
import type { ComparedRow } from "./compared-rows.ts";
import classes from "./comparison.module.css";

export interface PriceCellProps {
  row: ComparedRow;
  cheapest: boolean;
  onHistory: (row: ComparedRow) => void;
}

/** Last price per kilogram, with how many lines it stands among; « – » when nothing was weighed, never 0. */
export function PriceCell({ row, cheapest, onHistory }: PriceCellProps): React.ReactNode {
  const { price } = row;
  if (price === null) {
    return (
      <div className={classes.price}>
        <span className={classes.figure}>{MISSING}</span>
        <span className={classes.detail}>
          <Trans>aucun achat pesé sur 12 mois</Trans>
        </span>
      </div>
    );
  }
  const { minCentsPerKg, maxCentsPerKg, lines } = price;
  return (
    <div className={classes.price}>
      <span className={classes.figure}>
        <MoneyText cents={centsPerKg(price.last)} />
      </span>
      {cheapest && (
        <BestMark>
          <Trans>prix le plus bas</Trans>
        </BestMark>
      )}
      <span className={classes.detail}>
        <Trans>
          le <DateText date={price.last.on} />
        </Trans>
      </span>
      <span className={classes.detail}>
        <Plural value={lines} one="# ligne sur 12 mois" other="# lignes sur 12 mois" />
      </span>
      {minCentsPerKg !== maxCentsPerKg && (
        <span className={classes.detail}>
          <Trans>
            de <MoneyText cents={minCentsPerKg} /> à <MoneyText cents={maxCentsPerKg} />
          </Trans>
        </span>
      )}
      <HistoryButton row={row} onHistory={onHistory} />
    </div>
  );
}

/** A line only when there are three months to draw: two points are no trend. */
function HistoryButton({ row, onHistory }: Pick<PriceCellProps, "row" | "onHistory">): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const history = row.price?.history ?? [];
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [formatEuros(centsPerKg(first), locale), formatEuros(centsPerKg(last), locale)];
  const [since, until] = [formatMonth(first.month, locale), formatMonth(last.month, locale)];
  return (
    <UnstyledButton
      className={classes.history}
      aria-label={t`Historique des prix : ${row.supplierName}, ${row.articleName}`}
      onClick={() => onHistory(row)}
      data-no-print
    >
      {history.length >= 3 && (
        <Sparkline
          values={history.map(centsPerKg)}
          label={t`Prix moyen du mois : de ${from} en ${since} à ${to} en ${until}`}
          width={104}
          height={24}
        />
      )}
      <span>
        <Trans>Historique</Trans>
      </span>
    </UnstyledButton>
  );
}
