import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { newId } from "../../shared/ids.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import { showDoneToast, showUndoToast } from "../ui/toasts.tsx";
import type { Header } from "./order-header.ts";
import type { Row } from "./row.ts";
import { filledRows, replaceRows } from "./sheet.ts";
import type { OrderEditorState } from "./use-order-editor.ts";
import type { SendEnd } from "./use-order-saving.ts";

export interface ReceptionState {
  /** The order can be received, or looked at again. */
  possible: boolean;
  open: boolean;
  start: () => void;
  cancel: () => void;
  receive: (rows: readonly Row[], deliveredOn: string) => void;
}

export interface ReceptionSources {
  editor: OrderEditorState;
  send: (status: OrderStatus) => Promise<SendEnd>;
  /** The person may not order, or not change this order. */
  closed: boolean;
  /** Opened by its link in the list. */
  startsOpen: boolean;
  /** There is something to correct in the order itself. */
  onStopped: () => void;
}

/** Goods at the door: the order becomes « livrée » with what came of it, and one press takes that back. */
export function useReception(sources: ReceptionSources): ReceptionState {
  const { editor, closed, startsOpen, onStopped } = sources;
  const { t } = useLingui();
  const { header, store, setHeader } = editor;
  const possible =
    !closed && header.kind === "ORDER" && (header.status === "ORDERED" || header.status === "RECEIVED");
  const [open, setOpen] = useState(startsOpen && possible && header.status === "ORDERED");
  const start = useCallback(() => setOpen(true), []);
  const latest = useRef(sources.send);
  useEffect(() => {
    latest.current = sources.send;
  });

  /** Saves once the strip on screen says so. */
  function write(rows: readonly Row[], change: Partial<Header>, status: OrderStatus): Promise<SendEnd> {
    flushSync(() => {
      store.change((sheet) => replaceRows(sheet, rows, newId));
      setHeader(change);
    });
    return new Promise((resolve) => {
      requestAnimationFrame(() => resolve(latest.current(status)));
    });
  }

  async function receive(rows: readonly Row[], deliveredOn: string): Promise<void> {
    const before = { rows: filledRows(store.sheet()), header };
    const ended = await write(
      rows,
      { deliveredOn },
      header.status === "ORDERED" ? "RECEIVED" : header.status,
    );
    if (ended === "stopped") onStopped();
    setOpen(false);
    if (ended !== "saved" && ended !== "kept") return;
    const message =
      ended === "saved" ? t`Réception enregistrée` : t`Gardée sur cet appareil, envoyée dès que possible`;
    if (before.header.status !== "ORDERED") showDoneToast(message);
    else
      showUndoToast({
        message,
        onUndo: () => {
          const { deliveredOn: day, status } = before.header;
          void write(before.rows, { deliveredOn: day, status }, status);
        },
      });
  }

  return {
    possible,
    open: open && possible,
    start,
    cancel: () => setOpen(false),
    receive: (rows, deliveredOn) => void receive(rows, deliveredOn),
  };
}
