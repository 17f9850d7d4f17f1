import { useLingui } from "@lingui/react/macro";
import { Box } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useEffect, useRef } from "react";
import { useSession } from "../session-context.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { usePrintWidth } from "../ui/use-print-width.ts";
import { Announcements } from "./announcements.tsx";
import type { DraftOwner } from "./draft-storage.ts";
import { keepDraft } from "./draft-storage.ts";
import { EntryGrid } from "./entry-grid.tsx";
import { EntryScopeProvider } from "./entry-scope.ts";
import { LineCards } from "./line-cards.tsx";
import { OrderActions } from "./order-actions.tsx";
import classes from "./order-editor.module.css";
import { focusIn, GRID, OPEN_CARD_ERROR, SUPPLIER_INPUT } from "./order-focus.ts";
import { OrderFooter } from "./order-footer.tsx";
import type { Header, HeaderChange } from "./order-header.ts";
import { unreadableDates } from "./order-header.ts";
import { OrderNotices } from "./order-notices.tsx";
import { OrderSheet } from "./order-sheet.tsx";
import type { OrderStart } from "./order-start.ts";
import { draftOfStart } from "./order-start.ts";
import { statusByDates } from "./order-steps.ts";
import { OrderStrip } from "./order-strip.tsx";
import { OrderingBar } from "./ordering-bar.tsx";
import { ReceptionView } from "./reception-view.tsx";
import { repeatLines } from "./repeat-lines.ts";
import { SaveAlert, SaveStatus } from "./save-status.tsx";
import { copyOfScreen } from "./screen-copy.ts";
import { UndoButtons } from "./undo-buttons.tsx";
import { useOrderEditor } from "./use-order-editor.ts";
import { useOrderSaving } from "./use-order-saving.ts";
import { useReception } from "./use-reception.ts";
import { WhyPanel } from "./why-panel.tsx";

export interface OrderEditorProps {
  start: OrderStart;
  owner: DraftOwner;
  title: string;
  readOnly?: boolean;
  /** Opens on the reception, while the order awaits one. */
  receiving?: boolean;
  /** Opens on the first error. */
  correcting?: boolean;
  /** Besides saving. */
  actions?: React.ReactNode;
  /** Saved as more than a draft, and nothing was typed since. */
  onValidated: (header: Header) => void;
  onReload: () => void;
  onKeepAsCopy: (copy: OrderStart) => void;
}

const CARDS_UP_TO = "(max-width: 820px)";

/** One order: strip, lines, why, totals, and where it stands. */
export function OrderEditor(props: OrderEditorProps): React.ReactNode {
  const { start, owner, title, readOnly = false } = props;
  const { t } = useLingui();
  const { holds } = useSession();
  const { canteenId } = owner;
  const editor = useOrderEditor(start, { canteenId, readOnly });
  const { header, dates, today, scope, commands } = editor;
  const saving = useOrderSaving(start, { editor, owner, readOnly });
  const frame = useRef<HTMLDivElement>(null);
  const cards = useMediaQuery(CARDS_UP_TO, window.matchMedia(CARDS_UP_TO).matches);
  const printing = usePrintWidth() !== null;
  const draftOnly = !holds("orders.write");
  const supplierMissing = saving.asked && header.supplier === null;
  const headerErrors =
    unreadableDates(header, { today }).length +
    (supplierMissing ? 1 : 0) +
    saving.issues.filter(({ line }) => line === null).length;

  const firstFocus = useRef(start.rows.length === 0 ? SUPPLIER_INPUT : GRID);
  /** The order is open because something of it is to be corrected. */
  const isRefused = useRef(props.correcting === true || saving.issues.length > 0);
  useEffect(() => {
    if (readOnly) return;
    focusIn(frame.current, firstFocus.current);
    if (isRefused.current) latest.current.goToError();
  }, [readOnly]);

  const { setHeader } = editor;
  const goToLines = useCallback(() => {
    // Somebody already types there: their cell stays open.
    const grid = frame.current?.querySelector(GRID);
    if (grid?.contains(document.activeElement) !== true) focusIn(frame.current, GRID);
  }, []);
  const changeHeader = useCallback(
    (change: HeaderChange) => {
      setHeader(change);
      if (typeof change !== "function" && change.supplier) requestAnimationFrame(goToLines);
    },
    [setHeader, goToLines],
  );

  function goToError(): void {
    if (header.supplier === null) focusIn(frame.current, SUPPLIER_INPUT);
    else if (headerErrors > 0) focusIn(frame.current, `[aria-invalid="true"]`);
    else if (commands.nextError(1))
      requestAnimationFrame(() => focusIn(frame.current, cards ? OPEN_CARD_ERROR : GRID));
  }

  const lastTried = useRef(header.status);
  const sending = useRef(false);
  /** Validated while its draft was on its way: done once that has ended. */
  const askedMeanwhile = useRef<Header["status"] | null>(null);
  async function send(status: Header["status"]): Promise<void> {
    if (sending.current) {
      askedMeanwhile.current = status;
      return;
    }
    sending.current = true;
    lastTried.current = status;
    const outcome = await saving.send(status).finally(() => {
      sending.current = false;
    });
    const again = askedMeanwhile.current;
    askedMeanwhile.current = null;
    const isAsSent = !saving.keeper.state().dirty && editor.store.get().editing?.typed !== true;
    // Once the page shows what is wrong, unless something is being typed by then.
    if (outcome === "stopped" || (outcome === "failed" && isAsSent))
      requestAnimationFrame(() => latest.current.goToError());
    if (outcome !== "saved" && outcome !== "kept") return;
    showDoneToast(
      outcome === "saved" ? savedWords(status) : t`Gardée sur cet appareil, envoyée dès que possible`,
    );
    if (status !== "DRAFT") {
      // What was typed since belongs to this order: it stays on screen.
      if (isAsSent) props.onValidated(header);
    } else if (again !== null) requestAnimationFrame(() => void latest.current.send(again));
  }

  function savedWords(status: Header["status"]): string {
    if (status === "DRAFT") return t`Brouillon enregistré`;
    return header.kind === "CREDIT_NOTE" ? t`Avoir enregistré` : t`Commande enregistrée`;
  }

  const reception = useReception({
    editor,
    send: saving.send,
    closed: readOnly || draftOnly,
    startsOpen: props.receiving === true,
    onStopped: () => requestAnimationFrame(() => latest.current.goToError()),
  });

  const next = statusByDates(dates);
  function validate(): void {
    void send(draftOnly || header.status !== "DRAFT" ? header.status : next);
  }

  const latest = useRef({ goToError, validate, send });
  useEffect(() => {
    latest.current = { goToError, validate, send };
  });

  // The lines do not draw again because the strip does.
  const validateLatest = useCallback(() => latest.current.validate(), []);
  const sendLatest = useCallback((status: Header["status"]) => void latest.current.send(status), []);
  const goToLatestError = useCallback(() => latest.current.goToError(), []);
  const sayLost = useCallback(
    (count: number) =>
      showDoneToast(
        t`${count} valeurs collées tombent dans des colonnes calculées : elles ne sont pas reprises.`,
      ),
    [t],
  );

  /** Both keys act from the strip and the panel too; the grid takes its own. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.defaultPrevented || readOnly) return;
    if (event.key === "F8") goToError();
    else if (event.key === "F9") repeatLast();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) leaveThenValidate();
    else return;
    event.preventDefault();
  }

  function repeatLast(): void {
    const last = scope.context.catalogue?.lastOrder ?? null;
    if (last === null || !takesOrders(header)) return;
    commands.commit();
    commands.append(repeatLines(last.lines, scope.context));
    goToLines();
  }

  /** A date being typed says all it says once its field is left. */
  function leaveThenValidate(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    requestAnimationFrame(() => latest.current.validate());
  }

  return (
    <EntryScopeProvider value={scope}>
      <Box ref={frame} className={classes.editor} onKeyDown={onKeyDown}>
        <PageHeader
          title={title}
          lead={<SaveStatus {...saving} onRetry={() => void send(lastTried.current)} />}
          actions={
            !reception.open && (
              <OrderActions
                kind={header.kind}
                status={header.status}
                next={next}
                draftOnly={draftOnly}
                readOnly={readOnly}
                saving={saving.state.phase === "saving"}
                onSave={sendLatest}
                onReceive={reception.possible ? reception.start : null}
              >
                {props.actions}
              </OrderActions>
            )
          }
        />
        <SaveAlert
          state={saving.state}
          onReload={() => void saving.forget().then(props.onReload)}
          onKeepAsCopy={() => {
            const copy = copyOfScreen(editor);
            const kept = keepDraft(owner, draftOfStart(copy));
            void saving.forget();
            props.onKeepAsCopy({ ...copy, found: kept });
          }}
        />
        {printing && <OrderSheet header={header} dates={dates} />}
        <Announcements announcer={editor.announcer} />
        {reception.open && (
          <ReceptionView
            deliveredOn={header.deliveredOn}
            today={today}
            saving={saving.state.phase === "saving"}
            onReceived={reception.receive}
            onCancel={reception.cancel}
          />
        )}
        <div data-no-print hidden={reception.open}>
          <OrderStrip
            canteenId={canteenId}
            header={header}
            dates={dates}
            today={today}
            issues={saving.issues}
            supplierMissing={supplierMissing}
            asked={saving.asked}
            draftOnly={draftOnly}
            readOnly={readOnly}
            onChange={changeHeader}
            onDone={goToLines}
          />
          {!readOnly && header.supplier !== null && takesOrders(header) && (
            <OrderingBar
              canteenId={canteenId}
              supplierName={header.supplier.name}
              deliveredOn={dates.deliveredOn}
              expectedOn={header.expectedOn ?? ""}
              onChange={changeHeader}
              today={today}
            />
          )}
          <OrderNotices issues={saving.issues} canteenId={canteenId} dates={dates} today={today} />
          {editor.catalogueError !== null && (
            <ErrorState error={editor.catalogueError} onRetry={editor.retryCatalogue} />
          )}
          {cards ? (
            <>
              {!readOnly && <UndoButtons />}
              <LineCards />
            </>
          ) : (
            <EntryGrid label={t`Lignes de la commande`} onValidate={validateLatest} onLost={sayLost} />
          )}
          <div className={classes.dock}>
            {!cards && <WhyPanel />}
            <OrderFooter
              canteenId={canteenId}
              headerErrors={headerErrors}
              onNextError={goToLatestError}
              isNew={start.version === 0 || start.header.status === "DRAFT"}
              mayReadFigures={holds("figures.read")}
            />
          </div>
        </div>
      </Box>
    </EntryScopeProvider>
  );
}

/** Lines are still to be asked for: later the order is sent, and then it says what came. */
function takesOrders({ kind, status }: Header): boolean {
  return kind === "ORDER" && status === "DRAFT";
}
