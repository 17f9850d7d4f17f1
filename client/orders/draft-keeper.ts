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
  /** What is on screen is kept otherwise, or not wanted: nothing of it is written any more. */
  giveUp: () => void;
  /** Writes at once: the page is hidden or left. */
  flush: () => void;
  /** Writes at once what waits to be written, and tells nobody: somebody is about to read it. */
  writeWaiting: () => void;
}

export interface DraftPlace {
  owner: DraftOwner;
  store: EntryStore;
  /** It was found as it is, here or on the server: until it changes, what is kept of it is another tab's matter. */
  found: boolean;
}

export function createDraftKeeper({ owner, store, found }: DraftPlace, first: DraftScreen): DraftKeeper {
  const listeners = new Set<() => void>();
  let screen = first;
  let settled = false;
  let touched = !found;
  let givenUp = false;
  let changedAt = new Date().toISOString();
  let waiting: (() => void) | null = null;
  let seen = store.sheet();
  let state: DraftState = { dirty: isDirty(), unkept: false };

  function isDirty(): boolean {
    const { head, kept, readOnly } = screen;
    if (readOnly || settled || givenUp) return false;
    if (kept === null) return hasFilledRow(store.sheet());
    return kept.sheet !== store.sheet() || kept.header !== head.header;
  }

  function tell(next: DraftState): void {
    if (next.dirty === state.dirty && next.unkept === state.unkept) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function stopWaiting(): void {
    waiting?.();
    waiting = null;
  }

  /** False: the browser refused. */
  function persist(): boolean {
    stopWaiting();
    if (!touched) return true;
    if (isDirty())
      return keepDraft(owner, { ...screen.head, rows: filledRows(store.sheet()), keptAt: changedAt });
    forgetDraft(owner, screen.head.orderId);
    return true;
  }

  function write(): void {
    const kept = persist();
    tell({ dirty: isDirty(), unkept: !kept });
  }

  /** Once nothing was typed for an instant, and the browser has nothing better to do. */
  function changed(): void {
    changedAt = new Date().toISOString();
    stopWaiting();
    const pause = setTimeout(() => {
      waiting = whenIdle(write, LATEST_MS);
    }, WRITING_PAUSE_MS);
    waiting = () => clearTimeout(pause);
    tell({ ...state, dirty: isDirty() });
  }

  store.subscribe(() => {
    if (store.sheet() === seen) return;
    seen = store.sheet();
    settled = false;
    touched = true;
    changed();
  });

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (next) => {
      if (next.head.header !== screen.head.header) touched = true;
      screen = next;
      settled = false;
      changed();
    },
    settle: () => {
      settled = true;
      touched = true;
      write();
    },
    giveUp: () => {
      givenUp = true;
      touched = true;
      write();
    },
    flush: write,
    writeWaiting: () => {
      if (waiting !== null) persist();
    },
  };
}
