import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Order, OrderIssue } from "../../shared/orders.ts";
import type { Delay, OutboxEntry, SaveEntry } from "../outbox/entries.ts";
import { useOutbox, useOutboxSnapshot } from "../outbox/outbox-context.tsx";
import { findAcknowledgement } from "../outbox/queue.ts";
import { useTRPC } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import type { Draft, DraftOwner } from "./draft-storage.ts";
import { draftText, readDraft } from "./draft-storage.ts";
import type { Header } from "./order-header.ts";

/** Where the order last sent stands: what the outbox holds of it, or the server's answer when this browser has none. */
export type SaveState =
  | { phase: "none" }
  | { phase: "saving" }
  /** Local time of day, « 14:05 ». */
  | { phase: "saved"; at: string }
  /** Kept on this device, and sent when it can be. */
  | { phase: "waiting"; delay: Delay | null }
  /** Kept nowhere but on screen: this browser has no outbox, and the server does not answer. */
  | { phase: "unreachable" }
  | { phase: "conflict" }
  /** `sent`: the strip as it was refused; null: not known. */
  | { phase: "refused"; issues: readonly OrderIssue[]; sent: Header | null }
  | { phase: "failed"; error: unknown };

export type SaveEnd = { end: "saved"; version: number } | { end: "kept" } | { end: "failed" };

export interface SaveOrder {
  state: SaveState;
  /** This browser has no outbox: what is saved goes to the server or nowhere. */
  direct: boolean;
  /** Keeps the order on this device, says so by `onKept`, then sends it. `failed`: `state` says why. */
  save: (order: Order, screen: { draft: Draft; onKept: () => void }) => Promise<SaveEnd>;
  /** Takes what was refused out of the outbox: it is kept otherwise, or not wanted. */
  forget: () => Promise<void>;
}

/** Entries of the outbox: the last that the order on screen became, and the one that its next save becomes. */
interface Chain {
  last: Id | null;
  next: Id;
}

/** How long whoever saves looks at « Enregistrement… » before it is « en attente ». */
const PATIENCE_MS = 4_000;

/** `after`: the entry of the outbox that the order on screen was opened from. */
export function useSaveOrder(owner: DraftOwner, after: Id | null): SaveOrder & Chain {
  const outbox = useOutbox();
  const { queue, broken } = useOutboxSnapshot();
  const direct = useDirectSave(owner.canteenId);
  const [busy, setBusy] = useState(false);
  const [chain, setChain] = useState<Chain>(() => ({ last: after, next: newId() }));
  /** The same, for a second save of the same instant. */
  const latest = useRef(chain);
  const { last, next } = chain;
  const entry = queue.entries.find(({ id }) => id === last) ?? null;
  const sent = useMemo(() => headerOfRefused(entry), [entry]);
  const acknowledged = findAcknowledgement(queue, last);

  async function save(
    order: Order,
    { draft, onKept }: { draft: Draft; onKept: () => void },
  ): Promise<SaveEnd> {
    setBusy(true);
    try {
      const id = await keep(order, draft);
      if (id !== null) {
        onKept();
        latest.current = { ...latest.current, last: id };
      }
      setChain(latest.current);
      if (id === null) return await direct.save(order);
      direct.reset();
      const seen = await outbox.watch(id, PATIENCE_MS);
      if (seen.end === "acknowledged") return { end: "saved", version: seen.version };
      return { end: seen.end === "kept" ? "kept" : "failed" };
    } finally {
      setBusy(false);
    }
  }

  /** Null: this browser refuses to keep it. */
  async function keep(order: Order, draft: Draft): Promise<Id | null> {
    const id = latest.current.next;
    latest.current = { ...latest.current, next: newId() };
    try {
      await outbox.add({
        id,
        ...owner,
        kind: "orders.save",
        subject: order.id,
        version: order.version,
        after: latest.current.last,
        payload: { order, screen: draftText(draft), supplierName: draft.header.supplier?.name ?? "" },
      });
      return id;
    } catch {
      return null;
    }
  }

  function state(): SaveState {
    if (busy) return { phase: "saving" };
    if (direct.state.phase !== "none") return direct.state;
    if (entry?.kind === "orders.save") return stateOfEntry(entry, sent);
    return acknowledged === null ? { phase: "none" } : { phase: "saved", at: timeOfDay(acknowledged.at) };
  }

  return {
    state: state(),
    direct: broken,
    save,
    last,
    next,
    forget: async () => {
      // A browser that refuses keeps it among the refused: it can be thrown away there.
      if (entry?.state.name === "refused") await outbox.discard(entry.id).catch(() => undefined);
    },
  };
}

function headerOfRefused(entry: OutboxEntry | null): Header | null {
  if (entry?.kind !== "orders.save" || entry.state.name !== "refused") return null;
  return readDraft(entry.payload.screen)?.header ?? null;
}

function stateOfEntry({ state }: SaveEntry, sent: Header | null): SaveState {
  if (state.name === "sending") return { phase: "waiting", delay: null };
  if (state.name === "waiting") return { phase: "waiting", delay: state.delay };
  if (state.code === "CONFLICT") return { phase: "conflict" };
  if (state.issues.length > 0) return { phase: "refused", issues: state.issues, sent };
  return { phase: "failed", error: { data: { appCode: state.code } } };
}

/** The save of a browser that can keep nothing: sent at once, and « saved » only when the server says so. */
function useDirectSave(canteenId: Id): {
  state: SaveState;
  save: (order: Order) => Promise<SaveEnd>;
  reset: () => void;
} {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [state, setState] = useState<SaveState>({ phase: "none" });
  const mutation = useMutation(trpc.orders.save.mutationOptions({ meta: { quiet: true } }));

  async function save(order: Order): Promise<SaveEnd> {
    try {
      const outcome = await mutation.mutateAsync({ canteenId, order });
      if (!outcome.saved) {
        setState({ phase: "refused", issues: outcome.issues, sent: null });
        return { end: "failed" };
      }
      setState({ phase: "saved", at: timeOfDay(new Date().toISOString()) });
      void queryClient.invalidateQueries({ queryKey: trpc.orders.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.indicators.pathKey() });
      return { end: "saved", version: outcome.version };
    } catch (error) {
      setState(failureOf(error));
      return { end: "failed" };
    }
  }

  return { state, save, reset: () => setState({ phase: "none" }) };
}

function failureOf(error: unknown): SaveState {
  const code = errorCode(error);
  if (code === "NETWORK") return { phase: "unreachable" };
  return code === "CONFLICT" ? { phase: "conflict" } : { phase: "failed", error };
}

function timeOfDay(instant: string): string {
  return new Date(instant).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}
