import type { Id } from "../../shared/ids.ts";
import type { Acknowledgement, OutboxEntry, Outcome, Queue } from "./entries.ts";

const KEPT_ACKNOWLEDGEMENTS = 500;
const FIRST_DELAY_MS = 1_000;
export const LONGEST_DELAY_MS = 60_000;

/** Twice as long each time, up to a minute. */
export function delayMs(attempts: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
}

/**
 * The queue with one more entry. Made from an entry that never left, or that was refused, it takes its place; made
 * from one that may have arrived, it waits behind it.
 */
export function added(queue: Queue, given: OutboxEntry): Queue {
  const entry = { ...given, position: (queue.entries.at(-1)?.position ?? 0) + 1 };
  const before = queue.entries.find(({ id }) => id === entry.after);
  if (before === undefined) return { ...queue, entries: [...queue.entries, settledBase(queue, entry)] };
  if (!isReplaceable(before)) return { ...queue, entries: [...queue.entries, entry] };
  const { version, after } = before;
  return {
    ...queue,
    entries: [...queue.entries.filter((one) => one !== before), { ...entry, version, after }],
  };
}

/** The queue with the next entry to send marked as leaving, if there is one. */
export function taken(queue: Queue, { userId, now }: { userId: Id; now: number }): Queue {
  const next = queue.entries.find(
    (entry) => entry.userId === userId && isDue(entry, now) && !isBlocked(queue, entry),
  );
  if (next === undefined) return queue;
  return replaced(queue, { ...next, attempts: next.attempts + 1, state: { name: "sending" } });
}

/** What an earlier page was sending when it ended waits again: nobody knows whether it arrived. */
export function recovered(queue: Queue): Queue {
  if (!queue.entries.some(({ state }) => state.name === "sending")) return queue;
  return {
    ...queue,
    entries: queue.entries.map((entry) =>
      entry.state.name === "sending" ? { ...entry, state: { name: "waiting", delay: null } } : entry,
    ),
  };
}

/** The queue once the server, or nobody, has answered. */
export function answered(
  queue: Queue,
  id: Id,
  { outcome, at, retryAt }: { outcome: Outcome; at: string; retryAt: number },
): Queue {
  const entry = queue.entries.find((one) => one.id === id);
  if (entry === undefined) return queue;
  if (outcome.end === "delayed")
    return replaced(queue, { ...entry, retryAt, state: { name: "waiting", delay: outcome.delay } });
  if (outcome.end === "acknowledged") {
    const acknowledgement = { id, subject: entry.subject, version: outcome.version, at };
    return {
      entries: withoutEntry(queue, id, { version: outcome.version, after: null }),
      acknowledgements: [...queue.acknowledgements, acknowledgement].slice(-KEPT_ACKNOWLEDGEMENTS),
    };
  }
  // A later edit of the same order holds all that this one held.
  if (queue.entries.some(({ after }) => after === id)) return discarded(queue, id);
  const { code, issues } = outcome;
  return replaced(queue, { ...entry, state: { name: "refused", code, issues } });
}

/** Without the entry; what was made from it stands in its place. */
export function discarded(queue: Queue, id: Id): Queue {
  const entry = queue.entries.find((one) => one.id === id);
  if (entry === undefined) return queue;
  return { ...queue, entries: withoutEntry(queue, id, { version: entry.version, after: entry.after }) };
}

/** A discarded entry comes back as it was. */
export function putBack(queue: Queue, entry: OutboxEntry): Queue {
  if (queue.entries.some(({ id }) => id === entry.id)) return queue;
  const entries = [...queue.entries, entry].sort((one, other) => one.position - other.position);
  return { ...queue, entries };
}

/** Entries of the person leave at once: all that wait, or the one named, refused or not. */
export function hurried(queue: Queue, { userId, id }: { userId: Id; id?: Id }): Queue {
  const chosen = queue.entries.filter(
    (entry) =>
      entry.userId === userId &&
      (id === undefined ? entry.state.name === "waiting" : entry.id === id && entry.state.name !== "sending"),
  );
  return chosen.reduce((changing, entry) => {
    const delay = entry.state.name === "waiting" ? entry.state.delay : null;
    return replaced(changing, { ...entry, retryAt: 0, state: { name: "waiting", delay } });
  }, queue);
}

/** Epoch milliseconds at which something of the person may leave; null: nothing waits. */
export function nextDue(queue: Queue, userId: Id): number | null {
  const waiting = queue.entries.filter(
    (entry) => entry.userId === userId && entry.state.name === "waiting" && !isBlocked(queue, entry),
  );
  return waiting.length === 0 ? null : Math.min(...waiting.map(({ retryAt }) => retryAt));
}

export function findAcknowledgement(queue: Queue, id: Id | null): Acknowledgement | null {
  return queue.acknowledgements.find((one) => one.id === id) ?? null;
}

function isReplaceable({ state, attempts }: OutboxEntry): boolean {
  return state.name === "refused" || (state.name === "waiting" && attempts === 0);
}

function isDue({ state, retryAt }: OutboxEntry, now: number): boolean {
  return state.name === "waiting" && isPast(retryAt, now);
}

/** Whether the instant has come; one further than any delay was set before the device's clock was put back. */
export function isPast(instant: number, now: number): boolean {
  return instant <= now || instant - now > LONGEST_DELAY_MS;
}

/** An earlier write of the same thing has not ended. */
function isBlocked(queue: Queue, entry: OutboxEntry): boolean {
  const earlier = queue.entries.slice(0, queue.entries.indexOf(entry));
  return earlier.some(({ subject, state }) => subject === entry.subject && state.name !== "refused");
}

/** The entry it was made from has ended meanwhile: its version is known, or it was thrown away. */
function settledBase(queue: Queue, entry: OutboxEntry): OutboxEntry {
  const known = findAcknowledgement(queue, entry.after);
  return { ...entry, version: known?.version ?? entry.version, after: null };
}

function replaced(queue: Queue, entry: OutboxEntry): Queue {
  return { ...queue, entries: queue.entries.map((one) => (one.id === entry.id ? entry : one)) };
}

function withoutEntry(
  queue: Queue,
  id: Id,
  base: { version: number; after: Id | null },
): readonly OutboxEntry[] {
  return queue.entries
    .filter((one) => one.id !== id)
    .map((one) => (one.after === id ? { ...one, ...base } : one));
}
