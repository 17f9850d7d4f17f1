import { whenIdle } from "../when-idle.ts";
import type { Draft, DraftOwner } from "./draft-storage.ts";
import { forgetDraft, keepDraft } from "./draft-storage.ts";
import type { EntryStore } from "./entry-store.ts";
import type { Header } from "./order-header.ts";
import type { Sheet } from "./sheet.ts";
import { filledRows, hasFilledRow } from "./sheet.ts";

const WRITING_PAUSE_MS = 250;
const LATEST_MS = 500;

/** What stands beside the lines. */
export type DraftHead = Omit<Draft, "rows" | "keptAt">;

/** What the server, or the outbox, has. */
export interface KeptOrder {
  sheet: Sheet;
  header: Header;
}

/** The order on screen, but for its lines. */
export interface DraftScreen {
  head: DraftHead;
  kept: KeptOrder | null;
  readOnly: boolean;
}

export interface DraftState {
  /** Something on screen is not on the server. */
  dirty: boolean;
  /** The browser refuses to keep the draft. */
  unkept: boolean;
}

/**
 * Keeps the draft in this browser while it is dirty, and forgets it once it is not. Outside of React: the page does
 * not draw again because the first letter was typed.
 */
export interface DraftKeeper {
  state: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  /** What is on screen beside the lines changed, or what of it is kept elsewhere. */
  show: (screen: DraftScreen) => void;
  /** The server has what is on screen: the draft is forgotten now. */
  settle: () => void;
  /** Writes at once: the page is hidden or left. */
  flush: () => void;
}

export function createDraftKeeper(
  { owner, store }: { owner: DraftOwner; store: EntryStore },
  first: DraftScreen,
): DraftKeeper {
  const listeners = new Set<() => void>();
  let screen = first;
  let settled = false;
  let changedAt = new Date().toISOString();
  let stopWaiting = (): void => undefined;
  let seen = store.sheet();
  let state: DraftState = { dirty: isDirty(), unkept: false };

  function isDirty(): boolean {
    const { head, kept, readOnly } = screen;
    if (readOnly || settled) return false;
    if (kept === null) return hasFilledRow(store.sheet());
    return kept.sheet !== store.sheet() || kept.header !== head.header;
  }

  function tell(next: DraftState): void {
    if (next.dirty === state.dirty && next.unkept === state.unkept) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function write(): void {
    stopWaiting();
    const dirty = isDirty();
    if (!dirty) forgetDraft(owner, screen.head.orderId);
    const kept =
      !dirty || keepDraft(owner, { ...screen.head, rows: filledRows(store.sheet()), keptAt: changedAt });
    tell({ dirty, unkept: !kept });
  }

  /** Once nothing was typed for an instant, and the browser has nothing better to do. */
  function changed(): void {
    changedAt = new Date().toISOString();
    stopWaiting();
    const pause = setTimeout(() => {
      stopWaiting = whenIdle(write, LATEST_MS);
    }, WRITING_PAUSE_MS);
    stopWaiting = () => clearTimeout(pause);
    tell({ ...state, dirty: isDirty() });
  }

  store.subscribe(() => {
    if (store.sheet() === seen) return;
    seen = store.sheet();
    settled = false;
    changed();
  });

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (next) => {
      screen = next;
      settled = false;
      changed();
    },
    settle: () => {
      settled = true;
      write();
    },
    flush: write,
  };
}
