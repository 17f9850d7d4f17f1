import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { memo } from "react";
import { formatEuros } from "../../shared/format/money.ts";
import type { Id } from "../../shared/ids.ts";
import { Icon } from "../ui/icons.tsx";
import { CardField } from "./card-field.tsx";
import { useEntryScope } from "./entry-scope.ts";
import { FactMark } from "./fact-mark.tsx";
import classes from "./line-cards.module.css";
import { hasErrors } from "./read-row.ts";
import { useEntryState, useRow } from "./use-store.ts";
import { WhyPanel } from "./why-panel.tsx";

/** The lines for fingers: one card a line, one open at a time. */
export function LineCards(): React.ReactNode {
  const { t } = useLingui();
  const { store, readOnly } = useEntryScope();
  const all = useEntryState(store, (state) => state.history.present.ids);
  const ids = readOnly ? all.slice(0, -1) : all;
  return (
    <ol className={classes.cards} aria-label={t`Lignes de la commande`}>
      {ids.map((id, line) => (
        <LineCard key={id} id={id} line={line} />
      ))}
    </ol>
  );
}

const LineCard = memo(function LineCard({ id, line }: { id: Id; line: number }): React.ReactNode {
  const { store } = useEntryScope();
  const open = useEntryState(store, ({ cursor }) => cursor.line === line);
  return (
    <li className={classes.card} data-open={open}>
      <CardSummary id={id} line={line} open={open} />
      {open && <CardBody id={id} line={line} />}
    </li>
  );
});

function CardSummary({ id, line, open }: { id: Id; line: number; open: boolean }): React.ReactNode {
  const { t } = useLingui();
  const { store, read, verdictOf, context } = useEntryScope();
  const row = useRow(store, id);
  const reading = read(row);
  const verdict = reading.blank ? undefined : verdictOf(row)?.verdict;
  return (
    <button
      type="button"
      className={classes.summary}
      aria-expanded={open}
      onClick={() => store.moveTo({ line, column: "article" })}
    >
      <span className={classes.name}>
        {hasErrors(reading) && (
          <span className={classes.wrong}>
            <Icon name="alert" size={16} />
          </span>
        )}
        {reading.blank ? <Trans>Ajouter une ligne</Trans> : row.texts.article || t`Sans article`}
      </span>
      {!reading.blank && (
        <span className={classes.figures}>
          <span>
            {row.texts.quantity} {row.texts.unit}
          </span>
          <strong>{formatEuros(reading.amounts.amountHtCents, context.locale)}</strong>
        </span>
      )}
      {verdict !== undefined && (
        <span className={classes.marks}>
          <FactMark fact={t`Local`} status={verdict.local.status} />
          <FactMark fact={t`Circuit court`} status={verdict.short.status} />
          <FactMark fact={t`Bio`} status={verdict.organic.status} />
          <FactMark fact={t`EGalim`} status={verdict.egalim.status} />
        </span>
      )}
    </button>
  );
}

function CardBody({ id, line }: { id: Id; line: number }): React.ReactNode {
  const { store, columns, readOnly } = useEntryScope();
  const row = useRow(store, id);
  const entries = columns.filter(({ kind }) => kind === "list" || kind === "number");
  const count = useEntryState(store, (state) => state.history.present.ids.length);
  return (
    <div className={classes.body}>
      <div className={classes.fields}>
        {entries.map((column) => (
          <CardField key={column.key} column={column} row={row} />
        ))}
      </div>
      <WhyPanel />
      {!readOnly && line < count - 1 && (
        <Button
          fullWidth
          size="md"
          leftSection={<Icon name="plus" />}
          onClick={() => store.moveTo({ line: count - 1, column: "article" })}
        >
          <Trans>Ligne suivante</Trans>
        </Button>
      )}
    </div>
  );
}
