import { useSyncExternalStore } from "react";
import type { FileKind } from "../shared/file-kinds.ts";
import { newId } from "../shared/ids.ts";
import type { SendRefusal } from "./send-file.ts";
import { SendRefused, sendFile } from "./send-file.ts";

/** A file that was dropped, pasted or chosen, until it is opened or put aside. */
export interface DroppedItem {
  id: string;
  name: string;
  state: "waiting" | "sending" | "ready" | "opened" | "refused";
  /** Known once it is ready, with the id under which the server keeps it. */
  kind: FileKind | null;
  fileId: string | null;
  /** Why it is refused. */
  reason: SendRefusal | null;
}

const STORAGE_KEY = "bonnepart.dropped-files";
const listeners = new Set<() => void>();
const contents = new Map<string, File>();
let items: readonly DroppedItem[] = restore();
let sending = false;
/** The first file of a drop opens by itself; the others wait for the person. */
let first: string | null = null;
/** Null: the part of the page that leads to others is still on its way. */
let open: ((item: DroppedItem) => void) | null = null;
/** Was to open before that part was there. */
let missed: DroppedItem | null = null;

/** The files of this tab, oldest first. */
export function useDroppedFiles(): readonly DroppedItem[] {
  return useSyncExternalStore(subscribe, droppedFiles);
}

export function droppedFiles(): readonly DroppedItem[] {
  return items;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends files one after the other; each then says what it holds. */
export function dropFiles(files: readonly File[]): void {
  const added = files.map((file) => {
    const id = newId();
    contents.set(id, file);
    return { id, name: file.name, state: "waiting", kind: null, fileId: null, reason: null } as const;
  });
  const busy = items.some(({ state }) => PENDING.has(state));
  first = added[0]?.id ?? null;
  set(busy ? [...items, ...added] : added);
  void sendNext();
}

const PENDING: ReadonlySet<DroppedItem["state"]> = new Set(["waiting", "sending", "ready"]);

/** Who leads to the page of a file. */
export function onOpenDropped(opener: (item: DroppedItem) => void): void {
  open = opener;
  if (missed !== null) opener(missed);
  missed = null;
}

/** Leads to the page of a file that is ready. */
export function openDropped(item: DroppedItem): void {
  change(item.id, { state: "opened" });
  if (open === null) missed = item;
  else open(item);
}

/** It was opened and dealt with, or is not wanted any more. */
export function forgetDropped(wanted: Partial<Pick<DroppedItem, "id" | "fileId">>): void {
  set(items.filter(({ id, fileId }) => id !== wanted.id && fileId !== (wanted.fileId ?? "")));
}

async function sendNext(): Promise<void> {
  if (sending) return;
  const next = items.find(({ state }) => state === "waiting");
  const file = contents.get(next?.id ?? "");
  if (next === undefined || file === undefined) return;
  sending = true;
  change(next.id, { state: "sending" });
  try {
    const { fileId, kind } = await sendFile(file);
    change(next.id, { state: "ready", fileId, kind });
    const ready = items.find(({ id }) => id === next.id);
    if (ready?.id === first) openDropped(ready);
  } catch (error) {
    const reason = error instanceof SendRefused ? error.reason : "network";
    change(next.id, { state: "refused", reason });
  }
  contents.delete(next.id);
  sending = false;
  void sendNext();
}

function change(id: string, to: Partial<DroppedItem>): void {
  set(items.map((item) => (item.id === id ? { ...item, ...to } : item)));
}

function set(next: readonly DroppedItem[]): void {
  items = next;
  keep();
  for (const listener of listeners) listener();
}

function keep(): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(items));
  } catch {
    // Storage is off: the list lives as long as the page.
  }
}

/** After a reload the bytes of what was not sent are gone: it is told, not lost in silence. */
function restore(): DroppedItem[] {
  try {
    const kept: DroppedItem[] = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "[]");
    return kept.map((item) =>
      item.state === "waiting" || item.state === "sending"
        ? { ...item, state: "refused", reason: "network" }
        : item,
    );
  } catch {
    return [];
  }
}
