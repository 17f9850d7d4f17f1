import { useLingui } from "@lingui/react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import { verdictDate } from "../../shared/order-amounts.ts";
import { readToday } from "../today.ts";
import { useLocale } from "../ui/locale.ts";
import { useAfterPaint } from "../ui/use-after-paint.ts";
import type { Announcer } from "./announcer.ts";
import { createAnnouncer } from "./announcer.ts";
import { fieldOf, gridColumns, PANEL_LABELS } from "./columns.ts";
import type { EntryCommands } from "./entry-commands.ts";
import { makeCommands } from "./entry-commands.ts";
import type { EntryContext } from "./entry-context.ts";
import type { EntryScopeValue } from "./entry-scope.ts";
import type { EntryStore } from "./entry-store.ts";
import { createEntryStore } from "./entry-store.ts";
import type { Header, HeaderChange, HeaderDates } from "./order-header.ts";
import { headerDates } from "./order-header.ts";
import type { OrderStart } from "./order-start.ts";
import { rowReader } from "./read-row.ts";
import type { Field, Row } from "./row.ts";
import { runningTotals } from "./running-totals.ts";
import { sheetOf } from "./sheet.ts";
import { useCatalogue } from "./use-catalogue.ts";
import { useGridEvents } from "./use-grid-events.ts";
import { usePlaces } from "./use-places.ts";

export interface OrderEditorState {
  store: EntryStore;
  header: Header;
  setHeader: (change: HeaderChange) => void;
  /** Puts `next` in place of `before`, unless the strip changed meanwhile. */
  replaceHeader: (before: Header, next: Header) => void;
  dates: HeaderDates;
  today: string;
  scope: EntryScopeValue;
  catalogueError: unknown;
  retryCatalogue: () => void;
  commands: EntryCommands;
  announcer: Announcer;
}

/** The order on screen: its strip, its lines, and everything a line is read among. */
export function useOrderEditor(
  start: OrderStart,
  { canteenId, readOnly }: { canteenId: Id; readOnly: boolean },
): OrderEditorState {
  const { i18n } = useLingui();
  const locale = useLocale();
  const today = useMemo(readToday, []);
  const [store] = useState(() => createEntryStore(sheetOf(start.rows, newId)));
  const [header, setWholeHeader] = useState(start.header);
  const { catalogue, error, retry } = useCatalogue(
    canteenId,
    readOnly ? null : (header.supplier?.id ?? null),
  );
  const dates = useDates(header, today);
  // The letters of a date come first: the lines are judged on it once it is seen.
  const judgedOn = useAfterPaint(dates);
  const { date, kind: dateKind } = verdictDate({ ...judgedOn, orderedOn: judgedOn.orderedOn ?? today });
  const supplierId = header.supplier?.id ?? null;

  const places = usePlaces({ store, catalogue, date });
  const context: EntryContext = useMemo(
    () => ({
      locale,
      supplierId,
      kind: header.kind,
      status: header.status,
      date,
      dateKind,
      catalogue,
      places,
    }),
    [locale, supplierId, header.kind, header.status, date, dateKind, catalogue, places],
  );
  const received = header.status === "RECEIVED" || header.status === "INVOICED";
  const columns = useMemo(() => gridColumns({ received }), [received]);
  const read = useMemo(() => rowReader(context), [context]);

  const firstRows = useRef(new Map(start.rows.map((row) => [row.id, row])));
  const keptOn = useRef(start.saved ? keptMoment(start.header, today) : null);
  const kept = keptOn.current !== null && keptOn.current === keptMoment(header, today);
  const verdictOf = useCallback(
    (row: Row) => {
      const stored = start.verdicts[row.id];
      if (kept && stored !== undefined && firstRows.current.get(row.id) === row)
        return { verdict: stored, kept: true };
      const { verdict } = read(row);
      return verdict === null ? null : { verdict, kept: false };
    },
    [read, kept, start.verdicts],
  );

  const totals = useMemo(
    () => runningTotals({ context, canteenId, read, verdictOf }),
    [context, canteenId, read, verdictOf],
  );

  const [announcer] = useState(createAnnouncer);
  const tell = useGridEvents(store, announcer);
  const commands = useMemo(
    () =>
      makeCommands({
        store,
        columns,
        context,
        read,
        tell,
        fieldOfTitle: (title) => fieldOfTitle(title, columns, (label) => i18n._(label)),
      }),
    [store, columns, context, read, i18n, tell],
  );
  const scope = useMemo(
    () => ({ store, columns, context, read, verdictOf, totals, commands, readOnly }),
    [store, columns, context, read, verdictOf, totals, commands, readOnly],
  );
  const setHeader = useCallback(
    (change: HeaderChange) =>
      setWholeHeader((before) =>
        changedHeader(before, typeof change === "function" ? change(before) : change),
      ),
    [],
  );
  return {
    store,
    header,
    setHeader,
    replaceHeader: (before, next) => setWholeHeader((present) => (present === before ? next : present)),
    dates,
    today,
    scope,
    catalogueError: error,
    retryCatalogue: retry,
    commands,
    announcer,
  };
}

/** The same object while its dates are the same days. */
function useDates(header: Header, today: string): HeaderDates {
  const { orderedOn, expectedOn, deliveredOn, invoicedOn } = headerDates(header, { today });
  return useMemo(
    () => ({ orderedOn, expectedOn, deliveredOn, invoicedOn }),
    [orderedOn, expectedOn, deliveredOn, invoicedOn],
  );
}

/** The same header when nothing of it changes: it is then not « modifié ». */
function changedHeader(before: Header, change: Partial<Header>): Header {
  const after = { ...before, ...change };
  const fields = Object.keys(change) as (keyof Header)[];
  return fields.every((field) => after[field] === before[field]) ? before : after;
}

/** A kept verdict holds for the supplier and the date it was made with. */
function keptMoment(header: Header, today: string): string {
  const dates = headerDates(header, { today });
  const { date, kind } = verdictDate({ ...dates, orderedOn: dates.orderedOn ?? today });
  return `${header.supplier?.id ?? ""}/${date}/${kind}`;
}

function fieldOfTitle(
  title: string,
  columns: EntryScopeValue["columns"],
  label: (message: (typeof columns)[number]["label"]) => string,
): Field | null {
  const column = columns.find((candidate) =>
    [candidate.label, candidate.name ?? candidate.label].some((name) => searchKey(label(name)) === title),
  );
  if (column !== undefined) return fieldOf(column.key);
  if (title === searchKey(label(PANEL_LABELS.vat))) return "vat";
  return title === searchKey(label(PANEL_LABELS.unitWeight)) ? "unitWeight" : null;
}
