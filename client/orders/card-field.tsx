import { useLingui } from "@lingui/react";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { CellEditor } from "./cell-editor.tsx";
import { isAmountComputed, shownText } from "./cell-text.ts";
import type { Column } from "./columns.ts";
import { fieldOf } from "./columns.ts";
import { chosenRow } from "./entry-commands.ts";
import { useEntryScope } from "./entry-scope.ts";
import { issueSentence } from "./issues.ts";
import classes from "./line-cards.module.css";
import { withoutMissing } from "./read-row.ts";
import type { Row } from "./row.ts";
import { useEntryState } from "./use-store.ts";

/** Where entry goes on once the article is chosen. */
const QUANTITY = '[data-field="quantity"] input';

/** One field of a card: label above, what is wrong below. Kept when it is left. */
export function CardField({ column, row }: { column: Column; row: Row }): React.ReactNode {
  const { i18n } = useLingui();
  const { store, context, commands, read, readOnly } = useEntryScope();
  const [text, setText] = useState<string | null>(null);
  const [entered, setEntered] = useState(false);
  const noteId = useId();
  const box = useRef<HTMLDivElement>(null);
  const fresh = useEntryState(store, (state) => state.fresh === row.id);
  const field = fieldOf(column.key);
  if (field === null) return null;
  const reading = fresh ? withoutMissing(read(row)) : read(row);
  const error = reading.blank ? undefined : reading.errors[field];
  const issue = error ?? (reading.blank ? undefined : reading.warnings[field]);
  const label = i18n._(column.name ?? column.label);
  const computed = field === "amount" && isAmountComputed(reading);
  const shown = shownText(column.key, row, reading, context.locale);

  return (
    <div ref={box} className={classes.field} data-field={field}>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      {readOnly || computed ? (
        <output className={classes.output} aria-label={label}>
          {shown}
        </output>
      ) : (
        <CellEditor
          field={field}
          label={label}
          text={text ?? row.texts[field]}
          typed={text !== null}
          context={context}
          numeric={column.kind === "number"}
          invalid={error !== undefined}
          className={classes.input}
          focused={entered ? undefined : false}
          describedBy={issue === undefined ? undefined : noteId}
          onEnter={() => setEntered(true)}
          onText={setText}
          onChoose={(suggestion) => {
            flushSync(() => {
              commands.replace(chosenRow(row, { field, suggestion }, context));
              setText(null);
              setEntered(false);
            });
            if (field === "article")
              box.current?.parentElement?.querySelector<HTMLElement>(QUANTITY)?.focus();
          }}
          onLeave={() => {
            if (text !== null) commands.write(row, field, text);
            setText(null);
            setEntered(false);
          }}
        />
      )}
      {issue !== undefined && (
        <span id={noteId} className={classes.note} data-kind={error === undefined ? "warning" : "error"}>
          {issueSentence(issue, i18n)}
        </span>
      )}
    </div>
  );
}
