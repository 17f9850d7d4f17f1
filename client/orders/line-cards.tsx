import { Trans, useLingui } from "@lingui/react/macro";
import { Box, Button } from "@mantine/core";
import { memo, useCallback, useRef } from "react";
import { flushSync } from "react-dom";
import { formatEuros } from "../../shared/format/money.ts";
import type { Id } from "../../shared/ids.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { CardField } from "./card-field.tsx";
import { hasAmount, quantityText } from "./cell-text.ts";
import { useEntryScope } from "./entry-scope.ts";
import { FactMark } from "./fact-mark.tsx";
import classes from "./line-cards.module.css";
import { hasErrors, withoutMissing } from "./read-row.ts";
import { isBlankRow } from "./row.ts";
import { useEntryState, useRow } from "./use-store.ts";
import { WhyPanel } from "./why-panel.tsx";

/** The lines for fingers: one card a line, one open at a time. */
export function LineCards(): React.ReactNode {
  const { t } = useLingui();
  const { store, readOnly } = useEntryScope();
  const all = useEntryState(store, (state) => state.history.present.ids);
  const ids = readOnly ? all.slice(0, -1) : all;
  const list = useRef<HTMLOListElement>(null);
  const openLine = useCallback(
    (line: number) => {
      flushSync(() => store.moveTo({ line, column: "article" }));
      const { ids: held, rows } = store.sheet();
      const row = rows.get(held[line] ?? "");
      // An empty line is opened to be typed in; another one, to be read.
      if (row !== undefined && isBlankRow(row))
        list.current?.querySelector<HTMLElement>('[data-open="true"] input')?.focus();
    },
    [store],
  );
  return (
    <ol ref={list} className={classes.cards} aria-label={t`Lignes de la commande`}>
      {ids.map((id, line) => (
        <LineCard key={id} id={id} line={line} onOpen={openLine} />
      ))}
    </ol>
  );
}

interface CardProps {
  id: Id;
  line: number;
  onOpen: (line: number) => void;
}

const LineCard = memo(function LineCard({ id, line, onOpen }: CardProps): React.ReactNode {
  const { store } = useEntryScope();
  const open = useEntryState(store, ({ cursor }) => cursor.line === line);
  return (
    <li className={classes.card} data-open={open}>
      <CardSummary id={id} line={line} open={open} onOpen={onOpen} />
      {open && <CardBody id={id} line={line} onOpen={onOpen} />}
    </li>
  );
});

function CardSummary({ id, line, open, onOpen }: CardProps & { open: boolean }): React.ReactNode {
  const { t } = useLingui();
  const { store, read, verdictOf, context } = useEntryScope();
  const row = useRow(store, id);
  const fresh = useEntryState(store, (state) => state.fresh === id);
  const reading = fresh ? withoutMissing(read(row)) : read(row);
  const verdict = reading.blank ? undefined : verdictOf(row)?.verdict;
  return (
    <button type="button" className={classes.summary} aria-expanded={open} onClick={() => onOpen(line)}>
      <span className={classes.name}>
        {hasErrors(reading) && (
          <span className={classes.wrong}>
            <Icon name="alert" size={16} />
          </span>
        )}
        {reading.blank ? (
          <Trans>Ajouter une ligne</Trans>
        ) : row.texts.article === "" ? (
          t`Sans article`
        ) : (
          <DataText>{row.texts.article}</DataText>
        )}
      </span>
      {!reading.blank && (
        <span className={classes.figures}>
          <span>{quantityText(row, reading, context.locale)}</span>
          <strong>
            {hasAmount(reading, row) ? formatEuros(reading.amounts.amountHtCents, context.locale) : "–"}
          </strong>
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

function CardBody({ id, line, onOpen }: CardProps): React.ReactNode {
  const { store, columns, readOnly } = useEntryScope();
  const row = useRow(store, id);
  const entries = columns.filter(({ kind }) => kind === "list" || kind === "number");
  const count = useEntryState(store, (state) => state.history.present.ids.length);
  return (
    <div className={classes.body}>
      <Box className={classes.fields} onKeyDown={goOnWithEnter}>
        {entries.map((column) => (
          <CardField key={column.key} column={column} row={row} />
        ))}
      </Box>
      <WhyPanel />
      {!readOnly && line < count - 1 && (
        <Button fullWidth size="md" leftSection={<Icon name="plus" />} onClick={() => onOpen(count - 1)}>
          <Trans>Ligne suivante</Trans>
        </Button>
      )}
    </div>
  );
}

/** « Suivant » of a touch keyboard: on to the next field of the card, over choices already made. */
function goOnWithEnter(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll("input")];
  const at = fields.indexOf(event.target as HTMLInputElement);
  const next = fields.slice(at + 1).find(({ value, inputMode }) => value === "" || inputMode === "decimal");
  next?.focus();
}
