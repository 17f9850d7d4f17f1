import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { CATEGORY_LABELS } from "../../shared/categories.ts";
import type { Verdict } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import type { Refusal } from "../../shared/refusals.ts";
import { REFUSAL_REASON_LABELS } from "../../shared/refusals.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { categoryShort } from "./category-short.ts";
import type { Column } from "./columns.ts";
import { fieldOf } from "./columns.ts";
import classes from "./entry-grid.module.css";
import { useEntryScope } from "./entry-scope.ts";
import { FactMark } from "./fact-mark.tsx";
import type { RowReading } from "./read-row.ts";
import type { Row } from "./row.ts";
import { isPriceCarried } from "./row.ts";

export interface CellContentProps {
  column: Column;
  row: Row;
  reading: RowReading;
  text: string;
}

/** What a closed cell shows: text with its error mark, a fact's status, or the category. */
export const CellContent = memo(function CellContent({
  column,
  row,
  reading,
  text,
}: CellContentProps): React.ReactNode {
  if (column.kind === "verdict") return <VerdictContent column={column} row={row} blank={reading.blank} />;
  const field = fieldOf(column.key);
  const wrong = field !== null && reading.errors[field] !== undefined;
  const doubtful = field !== null && reading.warnings[field] !== undefined;
  return (
    <>
      {(wrong || doubtful) && (
        <span className={classes.flag}>
          <Icon name={wrong ? "alert" : "info"} size={14} />
        </span>
      )}
      <span className={classes.text}>
        {text === "" && reading.blank && column.key === "article" ? (
          <span className={classes.placeholder}>
            <Trans>Tapez un article…</Trans>
          </span>
        ) : column.key === "article" ? (
          <DataText>{text}</DataText>
        ) : (
          text
        )}
      </span>
      {column.key === "received" && reading.line.refusal !== null && (
        <RefusedMark refusal={reading.line.refusal} />
      )}
      {column.key === "price" && isPriceCarried(row) && <CarriedMark row={row} />}
    </>
  );
});

function RefusedMark({ refusal }: { refusal: Refusal }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const reason = REFUSAL_REASON_LABELS[refusal.reason][locale];
  const label = t`Refusé : ${reason}`;
  return (
    <span className={classes.flag} role="img" aria-label={label} title={label}>
      <Icon name="cross" size={12} />
    </span>
  );
}

function CarriedMark({ row }: { row: Row }): React.ReactNode {
  const { t } = useLingui();
  const { context } = useEntryScope();
  const date = formatDateShort(row.carriedPrice?.date ?? "", context.locale);
  const label = t`Prix repris du ${date}`;
  return (
    <span className={classes.carried} role="img" aria-label={label} title={label}>
      <Icon name="undo" size={12} />
    </span>
  );
}

function VerdictContent({
  column,
  row,
  blank,
}: {
  column: Column;
  row: Row;
  blank: boolean;
}): React.ReactNode {
  const { i18n } = useLingui();
  const { verdictOf } = useEntryScope();
  const found = blank ? null : verdictOf(row);
  if (found === null) return null;
  const { verdict } = found;
  const fact = i18n._(column.name ?? column.label);
  switch (column.key) {
    case "local":
      return <FactMark fact={fact} status={verdict.local.status} />;
    case "short":
      return <FactMark fact={fact} status={verdict.short.status} />;
    case "organic":
      return <FactMark fact={fact} status={verdict.organic.status} />;
    default:
      return <EgalimContent verdict={verdict} />;
  }
}

function EgalimContent({ verdict }: { verdict: Verdict }): React.ReactNode {
  const { t } = useLingui();
  const { context } = useEntryScope();
  const { strictCategory, declaredCategory, egalim } = verdict;
  const label = CATEGORY_LABELS[declaredCategory][context.locale];
  const only = strictCategory !== declaredCategory;
  return (
    <span
      className={classes.category}
      data-status={egalim.status}
      title={only ? t`${label} (déclaré)` : label}
    >
      {only && <Icon name="pencil" size={12} />}
      <span className={classes.text}>{categoryShort(declaredCategory, context.locale)}</span>
    </span>
  );
}
