import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { DraftKeeper } from "../../../client/orders/draft-keeper.ts";
import { createDraftKeeper } from "../../../client/orders/draft-keeper.ts";
import type { Draft } from "../../../client/orders/draft-storage.ts";
import { draftText, findDraft, readDraft, writeBeforeReads } from "../../../client/orders/draft-storage.ts";
import type { EntryStore } from "../../../client/orders/entry-store.ts";
import { createEntryStore } from "../../../client/orders/entry-store.ts";
import type { Header } from "../../../client/orders/order-header.ts";
import type { Row } from "../../../client/orders/row.ts";
import { blankRow, withText } from "../../../client/orders/row.ts";
import { replaceRows, rowAt, sheetOf } from "../../../client/orders/sheet.ts";
import { newId } from "../../../shared/ids.ts";

const OWNER = { userId: "u", canteenId: "c" };
const ORDER = "o";
/** Pause, then the latest instant at which an idle browser is no more waited for. */
const WRITTEN_MS = 1_000;
const HEADER: Header = {
  supplier: null,
  kind: "ORDER",
  status: "DRAFT",
  orderedOn: "",
  deliveredOn: "",
  invoicedOn: "",
  reference: "",
  note: "",
};

let full = false;
const items = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  full = false;
  items.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => items.delete(key),
    setItem(key: string, text: string) {
      if (full) throw new Error("QuotaExceededError");
      items.set(key, text);
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the draft of an order", () => {
  test("is written a moment after the last letter, with the page told once that there is one", () => {
    const { store, keeper, told } = open();
    type(store, "car");
    type(store, "carotte");
    expect(keeper.state().dirty).toBe(true);
    expect(told()).toBe(1);
    expect(kept()).toBeNull();
    vi.advanceTimersByTime(WRITTEN_MS);
    expect(kept()).toEqual(["carotte"]);
  });

  test("is written at once when the page is hidden or left", () => {
    const { store, keeper } = open();
    type(store, "carotte");
    keeper.flush();
    expect(kept()).toEqual(["carotte"]);
  });

  test("is forgotten as soon as the server has it, and is there again with the next letter", () => {
    const { store, keeper } = open();
    type(store, "carotte");
    keeper.flush();
    keeper.settle();
    expect([kept(), keeper.state().dirty]).toEqual([null, false]);
    vi.advanceTimersByTime(WRITTEN_MS);
    expect(kept()).toBeNull();
    type(store, "poireau");
    keeper.flush();
    expect(kept()).toEqual(["poireau"]);
  });

  test("of a stored order is there while lines or strip are not what the server has", () => {
    const { store, keeper } = open();
    type(store, "carotte");
    const head = { orderId: ORDER, version: 1, header: HEADER };
    keeper.show({ head, kept: { sheet: store.sheet(), header: HEADER }, readOnly: false });
    expect(keeper.state().dirty).toBe(false);
    keeper.show({
      head: { ...head, header: { ...HEADER, reference: "BL 12" } },
      kept: { sheet: store.sheet(), header: HEADER },
      readOnly: false,
    });
    expect(keeper.state().dirty).toBe(true);
    store.undo();
    keeper.show({ head, kept: null, readOnly: true });
    expect(keeper.state().dirty).toBe(false);
  });

  test("is not written by an idle instant that comes after the server has it", () => {
    const { store, keeper } = open();
    type(store, "carotte");
    vi.advanceTimersByTime(WRITTEN_MS / 4 + 1);
    keeper.settle();
    // What the page draws next: the entry that its next save becomes.
    const head = { orderId: ORDER, version: 0, next: "b", header: HEADER };
    keeper.show({ head, kept: { sheet: store.sheet(), header: HEADER }, readOnly: false });
    vi.advanceTimersByTime(WRITTEN_MS);
    keeper.flush();
    expect([kept(), keeper.state().dirty]).toEqual([null, false]);
  });

  test("that was given up is not written when the page is left, whatever is on it", () => {
    const { store, keeper } = open();
    type(store, "carotte");
    keeper.flush();
    keeper.giveUp();
    type(store, "poireau");
    keeper.flush();
    expect([kept(), keeper.state().dirty]).toEqual([null, false]);
  });

  test("is there for whoever reads before the browser was idle", () => {
    const { store, keeper } = open();
    const stop = writeBeforeReads(keeper.writeWaiting);
    onTestFinished(stop);
    type(store, "carotte");
    expect(items.size).toBe(0);
    expect(kept()).toEqual(["carotte"]);
  });

  test("that another tab has sent is not written again by the tab that only showed it", () => {
    const first = open();
    type(first.store, "carotte");
    first.keeper.flush();
    const second = open({ found: true, rows: findDraft(OWNER, ORDER)?.rows ?? [] });
    expect(second.keeper.state().dirty).toBe(true);
    second.keeper.flush();
    expect(kept()).toEqual(["carotte"]);
    first.keeper.settle();
    second.keeper.flush();
    expect(kept()).toBeNull();
    type(second.store, "poireau");
    second.keeper.flush();
    expect(kept()).toEqual(["poireau"]);
  });

  test("that the browser refuses to keep is said to be kept nowhere", () => {
    const { store, keeper } = open();
    full = true;
    type(store, "carotte");
    vi.advanceTimersByTime(WRITTEN_MS);
    expect(keeper.state()).toEqual({ dirty: true, unkept: true });
    full = false;
    keeper.flush();
    expect(keeper.state()).toEqual({ dirty: true, unkept: false });
  });

  test("reads back as it was, line by line", () => {
    const rows = ["à « l'étal »", "ligne\n2", ""].map((text) => withText(blankRow(newId()), "article", text));
    const draft: Draft = { orderId: ORDER, version: 3, after: null, header: HEADER, rows, keptAt: "now" };
    expect(readDraft(draftText(draft))).toEqual(draft);
    expect(readDraft(draftText({ ...draft, rows: [] }))).toEqual({ ...draft, rows: [] });
  });
});

function open({ found = false, rows = [] }: { found?: boolean; rows?: readonly Row[] } = {}): {
  store: EntryStore;
  keeper: DraftKeeper;
  told: () => number;
} {
  const store = createEntryStore(sheetOf(rows, newId));
  const head = { orderId: ORDER, version: 0, header: HEADER };
  const keeper = createDraftKeeper({ owner: OWNER, store, found }, { head, kept: null, readOnly: false });
  let told = 0;
  keeper.subscribe(() => {
    told += 1;
  });
  return { store, keeper, told: () => told };
}

function type(store: EntryStore, text: string): void {
  store.change((sheet) => {
    const row = rowAt(sheet, 0) ?? blankRow(newId());
    return replaceRows(sheet, [withText(row, "article", text)], newId);
  });
}

/** Articles of the draft that this browser has; null: none. */
function kept(): string[] | null {
  return findDraft(OWNER, ORDER)?.rows.map(({ texts }) => texts.article) ?? null;
}
