import type { Id } from "../../shared/ids.ts";
import type { NewEntry, OutboxEntry, Outcome, Queue } from "./entries.ts";
import { EMPTY_QUEUE } from "./entries.ts";
import {
  added,
  answered,
  delayMs,
  discarded,
  findAcknowledgement,
  hurried,
  isPast,
  LONGEST_DELAY_MS,
  nextDue,
  putBack,
  recovered,
  taken,
} from "./queue.ts";
import type { OutboxStorage } from "./storage.ts";

export interface OutboxSnapshot {
  queue: Queue;
  /** What an earlier page left is known. */
  ready: boolean;
  /** This browser keeps nothing: whoever saves must send directly. */
  broken: boolean;
}

/** What became of an entry, as far as was seen within the patience of whoever asked. */
export type EntryEnd =
  | { end: "acknowledged"; version: number }
  /** Refused: the entry is kept, with the reason. */
  | { end: "refused" }
  /** It waits on this device. */
  | { end: "kept" };

export interface Outbox {
  snapshot: () => OutboxSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Kept once it resolves; rejects when this browser refuses to keep it. */
  add: (entry: NewEntry) => Promise<OutboxEntry>;
  /** The entry's end, or « kept » once it failed to leave or the patience is over. */
  watch: (id: Id, patienceMs: number) => Promise<EntryEnd>;
  /** Sends at once: all that waits, or the one named, were it refused. */
  retry: (id?: Id) => void;
  discard: (id: Id) => Promise<void>;
  putBack: (entry: OutboxEntry) => Promise<void>;
  /** Only entries of this person leave from now on; null: none. */
  sendFor: (userId: Id | null) => void;
  close: () => void;
}

/** The outside world, as the outbox needs it. */
export interface OutboxWorld {
  storage: OutboxStorage;
  send: (entry: OutboxEntry) => Promise<Outcome>;
  /** Runs alone among the tabs of this browser. */
  alone: (work: () => Promise<void>) => Promise<void>;
  /** Tells the other tabs that the queue changed. */
  tellOthers: () => void;
  /** Calls when another tab changed the queue; returns the end of listening. */
  onToldByOthers: (listener: () => void) => () => void;
  now: () => number;
  /** Nobody is signed in any more, or somebody else is. */
  onSignedOut: () => void;
  /** The server has something it did not have, by this tab or another. */
  onAcknowledged: () => void;
}

/** Writes that wait on this device until the server has acknowledged them: sent one at a time, in order. */
export function createOutbox(world: OutboxWorld): Outbox {
  const listeners = new Set<() => void>();
  let snapshot: OutboxSnapshot = { queue: EMPTY_QUEUE, ready: false, broken: false };
  let sender: Id | null = null;
  let sending = false;
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The server did not answer: nothing is tried before. */
  let pausedUntil = 0;

  function show(next: Partial<OutboxSnapshot>): void {
    snapshot = { ...snapshot, ...next };
    for (const listener of listeners) listener();
  }

  function keep(queue: Queue): void {
    const known = new Set(snapshot.queue.acknowledgements.map(({ id }) => id));
    const news = snapshot.ready && queue.acknowledgements.some(({ id }) => !known.has(id));
    show({ queue, ready: true, broken: false });
    if (news) world.onAcknowledged();
  }

  async function change(rule: (queue: Queue) => Queue): Promise<Queue> {
    let changed = false;
    try {
      const queue = await world.storage.change((before) => {
        const after = rule(before);
        changed = after !== before;
        return after;
      });
      keep(queue);
      if (changed) world.tellOthers();
      return queue;
    } catch (error) {
      show({ ready: true, broken: true });
      throw error;
    }
  }

  /** What another tab, or an earlier page, left. */
  async function read(): Promise<void> {
    try {
      keep(await world.storage.change((queue) => queue));
    } catch {
      show({ ready: true, broken: true });
    }
  }

  async function flush(): Promise<void> {
    asked = sender !== null;
    if (sending) return;
    sending = true;
    try {
      while (asked && sender !== null) {
        asked = false;
        await world.alone(drain);
      }
    } catch {
      // The browser refused to write: what it holds is tried again, the server knows it by its id.
      pausedUntil = world.now() + LONGEST_DELAY_MS;
    } finally {
      sending = false;
      schedule();
    }
  }

  async function drain(): Promise<void> {
    await change(recovered);
    while (sender !== null && isPast(pausedUntil, world.now())) {
      const entry = await take(sender);
      if (entry === undefined) return;
      await end(entry, await world.send(entry));
    }
  }

  async function take(userId: Id): Promise<OutboxEntry | undefined> {
    let leaving: OutboxEntry | undefined;
    await change((queue) => {
      const after = taken(queue, { userId, now: world.now() });
      leaving = after.entries.find((entry) => !queue.entries.includes(entry));
      return after;
    });
    return leaving;
  }

  async function end(entry: OutboxEntry, outcome: Outcome): Promise<void> {
    const now = world.now();
    const retryAt = now + delayMs(entry.attempts);
    const delay = outcome.end === "delayed" ? outcome.delay : null;
    if (delay === "unreachable" || delay === "busy") pausedUntil = retryAt;
    if (delay === "signed-out") sender = null;
    await change((queue) => answered(queue, entry.id, { outcome, at: new Date(now).toISOString(), retryAt }));
    if (delay === "signed-out") world.onSignedOut();
  }

  function schedule(): void {
    clearTimeout(timer);
    const due = sender === null ? null : nextDue(snapshot.queue, sender);
    if (due === null) return;
    const wait = Math.max(due, pausedUntil) - world.now();
    timer = setTimeout(() => void flush(), Math.min(wait, LONGEST_DELAY_MS));
  }

  const stopListening = world.onToldByOthers(() => void read().then(schedule));
  void read();

  return {
    snapshot: () => snapshot,
    subscribe,
    async add(given) {
      const entry: OutboxEntry = {
        ...given,
        position: 0,
        createdAt: new Date(world.now()).toISOString(),
        attempts: 0,
        retryAt: 0,
        state: { name: "waiting", delay: null },
      };
      await change((queue) => added(queue, entry));
      // Somebody is there: now is the time to try, whatever the last failure.
      pausedUntil = 0;
      void flush();
      return entry;
    },
    watch: (id, patienceMs) =>
      new Promise((resolve) => {
        const timeout = setTimeout(() => settle({ end: "kept" }), patienceMs);
        const stop = subscribe(look);
        look();
        function look(): void {
          const seen = endOf(snapshot.queue, id);
          if (seen !== null) settle(seen);
        }
        function settle(seen: EntryEnd): void {
          clearTimeout(timeout);
          stop();
          resolve(seen);
        }
      }),
    retry(id) {
      const userId = sender;
      if (userId === null) return;
      pausedUntil = 0;
      void change((queue) => hurried(queue, id === undefined ? { userId } : { userId, id })).then(
        flush,
        flush,
      );
    },
    async discard(id) {
      await change((queue) => discarded(queue, id));
      schedule();
    },
    async putBack(entry) {
      await change((queue) => putBack(queue, entry));
      void flush();
    },
    sendFor(userId) {
      sender = userId;
      pausedUntil = 0;
      if (userId !== null) void flush();
    },
    close() {
      sender = null;
      clearTimeout(timer);
      stopListening();
    },
  };

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
}

/** Null: it has not been tried yet, or is on its way. */
function endOf(queue: Queue, id: Id): EntryEnd | null {
  const acknowledgement = findAcknowledgement(queue, id);
  if (acknowledgement !== null) return { end: "acknowledged", version: acknowledgement.version };
  const entry = queue.entries.find((one) => one.id === id);
  // Replaced by a later edit, which waits.
  if (entry === undefined) return { end: "kept" };
  if (entry.state.name === "refused") return { end: "refused" };
  return entry.state.name === "waiting" && entry.attempts > 0 ? { end: "kept" } : null;
}
