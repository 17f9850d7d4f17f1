import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useRef, useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { lineAmounts } from "../../shared/order-amounts.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { MoneyText } from "../ui/values.tsx";
import { dateText } from "./build-order.ts";
import { useEntryScope } from "./entry-scope.ts";
import classes from "./reception.module.css";
import type { LineReception, Reception } from "./reception.ts";
import { receivedRow, receptionIssue, receptionOf } from "./reception.ts";
import { ReceptionCard } from "./reception-card.tsx";
import type { Row } from "./row.ts";
import { filledRows } from "./sheet.ts";
import { useSheet } from "./use-store.ts";

export interface ReceptionViewProps {
  /** As the strip says it; empty: today. */
  deliveredOn: string;
  today: string;
  saving: boolean;
  /** The rows as they came, and the day they did. */
  onReceived: (rows: readonly Row[], deliveredOn: string) => void;
  onCancel: () => void;
}

/** At the door: everything is there, or line by line what is not. Made for a thumb. */
export function ReceptionView(props: ReceptionViewProps): React.ReactNode {
  const { today, saving, onReceived, onCancel } = props;
  const { t } = useLingui();
  const { store, read, context } = useEntryScope();
  const rows = filledRows(useSheet(store));
  const [found, setFound] = useState<Reception>(() => receptionOf(rows));
  const [deliveredOn, setDeliveredOn] = useState(props.deliveredOn.trim() || dateText(today));
  const [asked, setAsked] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const received = rows.map((row) => receivedRow(row, read(row).line, found.get(row.id)));
  const sum = (some: readonly Row[]) =>
    some.reduce((cents, row) => cents + lineAmounts(read(row).line, context.kind).amountHtCents, 0);
  const ordered = sum(rows.map((row) => receivedRow(row, read(row).line, undefined)));
  const kept = sum(received);
  const day = parseDate(deliveredOn, { today });

  function change(id: Id, next: LineReception | null): void {
    setFound((before) => {
      const after = new Map(before);
      if (next === null) after.delete(id);
      else after.set(id, next);
      return after;
    });
  }

  function validate(): void {
    setAsked(true);
    const wrong = rows.findIndex(({ id }) => {
      const line = found.get(id);
      return line !== undefined && receptionIssue(line) !== null;
    });
    if (wrong >= 0) focusProblem(list.current?.children[wrong]);
    else if (day.ok) onReceived(received, deliveredOn);
  }

  return (
    <section className={classes.reception} aria-labelledby="reception" data-no-print>
      <div className={classes.head}>
        <h2 id="reception" className={classes.title}>
          <Trans>Réception</Trans>
        </h2>
        <DateField
          label={t`Livré le`}
          value={deliveredOn}
          context={{ today }}
          required
          disabled={saving}
          onChange={setDeliveredOn}
        />
      </div>
      <ul ref={list} className={classes.lines}>
        {rows.map((row) => (
          <ReceptionCard
            key={row.id}
            row={row}
            found={found.get(row.id) ?? null}
            asked={asked}
            onChange={(next) => change(row.id, next)}
          />
        ))}
      </ul>
      <div className={classes.dock}>
        <Text className={classes.sum}>
          {kept === ordered ? (
            <Trans>
              Commandé : <MoneyText cents={ordered} /> HT
            </Trans>
          ) : (
            <Trans>
              Reçu : <MoneyText cents={kept} /> HT sur <MoneyText cents={ordered} />
            </Trans>
          )}
        </Text>
        <Button variant="subtle" size="md" onClick={onCancel}>
          <Trans>Revenir à la commande</Trans>
        </Button>
        <Button size="md" leftSection={<Icon name="check" />} aria-disabled={saving} onClick={validate}>
          {found.size === 0 ? <Trans>Tout est reçu</Trans> : <Trans>Valider la réception</Trans>}
        </Button>
      </div>
    </section>
  );
}

function focusProblem(card: Element | undefined): void {
  const field = card?.querySelector<HTMLElement>('[aria-invalid="true"], input[type="radio"]');
  field?.focus();
}
