import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { Order, OrderIssue } from "../../shared/orders.ts";
import { checkOrder } from "../../shared/orders.ts";
import { buildOrder } from "./build-order.ts";
import type { DraftKeeper } from "./draft-keeper.ts";
import type { DraftOwner } from "./draft-storage.ts";
import type { Header } from "./order-header.ts";
import { unreadableDates } from "./order-header.ts";
import type { OrderStart } from "./order-start.ts";
import { hasErrors } from "./read-row.ts";
import { standingIssues, withIssues } from "./refused-issues.ts";
import type { Sheet } from "./sheet.ts";
import { filledRows } from "./sheet.ts";
import { useDraft } from "./use-draft.ts";
import type { OrderEditorState } from "./use-order-editor.ts";
import type { SaveState } from "./use-save-order.ts";
import { useSaveOrder } from "./use-save-order.ts";
import { useEntryState } from "./use-store.ts";

export interface OrderSaving {
  state: SaveState;
  direct: boolean;
  /** What of the order this browser keeps; the page does not draw again for it. */
  keeper: DraftKeeper;
  stored: boolean;
  /** The strip is looked at once somebody has tried to save. */
  asked: boolean;
  issues: readonly OrderIssue[];
  send: (status: OrderStatus) => Promise<SendEnd>;
  /** What is on screen is kept otherwise, or not wanted: its draft goes, and what was refused leaves the outbox. */
  forget: () => Promise<void>;
}

/** « kept »: it waits on this device; « stopped »: there is something to correct; « failed »: `state` says why. */
export type SendEnd = "saved" | "kept" | "stopped" | "failed";

const NO_ISSUE: readonly OrderIssue[] = [];

/** Where the order on screen stands between this browser and the server. */
export function useOrderSaving(
  start: OrderStart,
  { editor, owner, readOnly }: { editor: OrderEditorState; owner: DraftOwner; readOnly: boolean },
): OrderSaving {
  const { header, dates, store, scope, commands, today } = editor;
  const { state, direct, save, last, next, forget } = useSaveOrder(owner, start.after ?? null);
  const [version, setVersion] = useState(start.version);
  const [savedAs, setSavedAs] = useState(() => (start.saved ? { sheet: store.sheet(), header } : null));
  /** As it was sent last: what is refused of it may have been mended since. */
  const [sentAs, setSentAs] = useState(() => ({ sheet: store.sheet(), header }));
  const [asked, setAsked] = useState<OrderStatus | null>(null);
  const draft = useMemo(
    () => ({
      ...{ orderId: start.orderId, version, after: last, next, header },
      ...(start.refused === true && { refused: true }),
    }),
    [start.orderId, start.refused, version, last, next, header],
  );
  const found = start.saved || start.found === true;
  const keeper = useDraft({ owner, store, found }, { readOnly, head: draft, kept: savedAs });
  const shown = useRef(header);
  useEffect(() => {
    shown.current = header;
  }, [header]);
  /** The lines are judged as they change once somebody has tried to save, and not before. */
  const judged = useEntryState(store, ({ history }) => (asked === null ? null : history.present));
  const { read } = scope;
  const orderOnScreen = useCallback(
    (status: OrderStatus, sheet: Sheet): Order | null => {
      const lines = filledRows(sheet).map((row) => read(row).line);
      return buildOrder({ id: start.orderId, version, header: { ...header, status }, dates, lines });
    },
    [read, start.orderId, version, header, dates],
  );
  const wrongs = useMemo(() => {
    const order = asked === null || judged === null ? null : orderOnScreen(asked, judged);
    return order === null ? NO_ISSUE : checkOrder(order, today);
  }, [asked, judged, orderOnScreen, today]);
  const refused = state.phase === "refused" ? state.issues : NO_ISSUE;
  const sentHeader = (state.phase === "refused" ? state.sent : null) ?? sentAs.header;
  const sameLines = useEntryState(store, ({ history }) => history.present === sentAs.sheet);
  const standing = useMemo(
    () => standingIssues(refused, { sent: sentHeader, shown: header, sameLines }),
    [refused, sentHeader, header, sameLines],
  );
  const issues = useMemo(() => withIssues(wrongs, standing), [wrongs, standing]);

  async function send(status: OrderStatus): Promise<SendEnd> {
    commands.commit();
    const sent = {
      sheet: store.sheet(),
      header: status === header.status ? header : withStatus(header, status),
    };
    const wanted = orderOnScreen(status, sent.sheet);
    const wrong = filledRows(sent.sheet).some((row) => hasErrors(read(row)));
    const unread = unreadableDates(header, { today }).length > 0;
    if (wanted === null || wrong || unread || checkOrder(wanted, today).length > 0) {
      setAsked(status);
      return "stopped";
    }
    setSentAs({ sheet: sent.sheet, header });
    const kept = { ...draft, header: sent.header, rows: filledRows(sent.sheet), keptAt: now() };
    const ended = await save(wanted, { draft: kept, onKept });
    if (ended.end === "failed") return "failed";
    setSavedAs(sent);
    if (ended.end === "saved") setVersion(ended.version);
    setAsked(null);
    editor.replaceHeader(header, sent.header);
    if (isAsSent()) keeper.settle();
    return ended.end;

    /** This device has what is on screen: were it refused, it is still there. */
    function onKept(): void {
      setSavedAs({ sheet: sent.sheet, header });
      if (isAsSent()) keeper.settle();
    }

    function isAsSent(): boolean {
      return store.sheet() === sent.sheet && shown.current === header;
    }
  }

  return {
    state,
    direct,
    keeper,
    stored: version > 0,
    asked: asked !== null,
    issues,
    send,
    forget: () => {
      keeper.giveUp();
      return forget();
    },
  };
}

function now(): string {
  return new Date().toISOString();
}

function withStatus(header: Header, status: OrderStatus): Header {
  return { ...header, status };
}
