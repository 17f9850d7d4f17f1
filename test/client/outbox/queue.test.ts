import { describe, expect, test } from "vitest";
import type { Outcome, Queue } from "../../../client/outbox/entries.ts";
import {
  added,
  answered,
  discarded,
  hurried,
  nextDue,
  putBack,
  recovered,
  taken,
} from "../../../client/outbox/queue.ts";
import { newId } from "../../../shared/ids.ts";
import { ANNE, entryOf, noteOf, PAUL, queueOf } from "../../support/outbox.ts";

const ORDER = newId();
const OTHER = newId();
const NOW = 1_000;

describe("an order edited twice before it left", () => {
  test("is one save, of what was typed last, from the version it was opened at", () => {
    const first = entryOf(ORDER, "un", { version: 3 });
    const queue = added(queueOf(first), entryOf(ORDER, "deux", { after: first.id, version: 3 }));
    expect(queue.entries).toHaveLength(1);
    expect(queue.entries[0]).toMatchObject({ version: 3, after: null });
    expect(noteOf(queue.entries[0])).toBe("deux");
  });

  test("by two tabs that do not know of each other, stays two saves: neither is lost", () => {
    const queue = added(queueOf(entryOf(ORDER, "un")), entryOf(ORDER, "deux"));
    expect(queue.entries.map(noteOf)).toEqual(["un", "deux"]);
  });
});

describe("an order edited again while an earlier save may have arrived", () => {
  const first = entryOf(ORDER, "un");
  const leaving = taken(queueOf(first), { userId: ANNE, now: NOW });
  const both = added(leaving, entryOf(ORDER, "deux", { after: first.id }));

  test("waits behind it", () => {
    expect(both.entries.map(noteOf)).toEqual(["un", "deux"]);
    expect(taken(both, { userId: ANNE, now: NOW })).toBe(both);
    const again = taken(recovered(both), { userId: ANNE, now: NOW });
    expect(again.entries.map(({ state }) => state.name)).toEqual(["sending", "waiting"]);
  });

  test("is sent from the version that the earlier one was given", () => {
    const queue = end(both, first.id, { end: "acknowledged", version: 8 });
    expect(queue.entries).toHaveLength(1);
    expect(queue.entries[0]).toMatchObject({ version: 8, after: null });
  });

  test("takes the place of the earlier one when that is refused: it holds all of it", () => {
    const queue = end(both, first.id, { end: "refused", code: "INVALID", issues: [] });
    expect(queue.entries.map(noteOf)).toEqual(["deux"]);
    expect(queue.entries[0]).toMatchObject({ version: 0, after: null, state: { name: "waiting" } });
  });

  test("knows the version even when the earlier one was acknowledged before it was added", () => {
    const queue = added(
      end(leaving, first.id, { end: "acknowledged", version: 4 }),
      entryOf(ORDER, "deux", { after: first.id }),
    );
    expect(queue.entries[0]).toMatchObject({ version: 4, after: null });
  });
});

describe("a refused save", () => {
  const first = entryOf(ORDER, "un", { version: 2 });
  const refused = end(taken(queueOf(first), { userId: ANNE, now: NOW }), first.id, {
    end: "refused",
    code: "INVALID",
    issues: [{ line: null, field: "orderedOn", code: "DATE_IN_FUTURE" }],
  });

  test("is kept with its reasons, and not sent again by itself", () => {
    expect(refused.entries[0]?.state).toMatchObject({
      name: "refused",
      issues: [{ code: "DATE_IN_FUTURE" }],
    });
    expect(taken(refused, { userId: ANNE, now: NOW })).toBe(refused);
    expect(nextDue(refused, ANNE)).toBeNull();
  });

  test("is replaced by its correction, from the same version", () => {
    const queue = added(refused, entryOf(ORDER, "corrigé", { after: first.id }));
    expect(queue.entries.map(noteOf)).toEqual(["corrigé"]);
    expect(queue.entries[0]).toMatchObject({ version: 2, state: { name: "waiting" } });
  });

  test("leaves again when somebody says so", () => {
    const queue = hurried(refused, { userId: ANNE, id: first.id });
    expect(taken(queue, { userId: ANNE, now: NOW }).entries[0]?.state.name).toBe("sending");
  });

  test("does not hold up the deletion of the same order", () => {
    const removal = { ...entryOf(ORDER, ""), kind: "orders.delete", payload: { supplierName: "" } } as const;
    const queue = taken(added(refused, removal), { userId: ANNE, now: NOW });
    expect(queue.entries.map(({ state }) => state.name)).toEqual(["refused", "sending"]);
  });
});

describe("the next to leave", () => {
  test("is never another person's", () => {
    const queue = queueOf(entryOf(ORDER, "un", { userId: PAUL }));
    expect(taken(queue, { userId: ANNE, now: NOW })).toBe(queue);
    expect(nextDue(queue, ANNE)).toBeNull();
  });

  test("is another order while one waits for its next try", () => {
    const late = { ...entryOf(ORDER, "un"), retryAt: NOW + 1 };
    const queue = taken(queueOf(late, entryOf(OTHER, "deux")), { userId: ANNE, now: NOW });
    expect(queue.entries.map(({ state }) => state.name)).toEqual(["waiting", "sending"]);
    expect(taken(queueOf(late), { userId: ANNE, now: NOW + 1 }).entries[0]).toMatchObject({ attempts: 1 });
  });

  test("is the one whose try is put off, once all are hurried", () => {
    const late = { ...entryOf(ORDER, "un"), retryAt: NOW + 1 };
    const queue = hurried(queueOf(late), { userId: ANNE });
    expect(nextDue(queue, ANNE)).toBe(0);
    expect(nextDue(queueOf(late), ANNE)).toBe(NOW + 1);
  });
});

describe("a device whose clock was put back", () => {
  test("sends at once what was to wait until a far day", () => {
    const late = { ...entryOf(ORDER, "un"), retryAt: NOW + 86_400_000 };
    expect(taken(queueOf(late), { userId: ANNE, now: NOW }).entries[0]?.state.name).toBe("sending");
  });

  test("counts its entries: they leave in the order they were made", () => {
    const queue = added(added(queueOf(), entryOf(ORDER, "un")), entryOf(OTHER, "deux"));
    expect(queue.entries.map(({ position }) => position)).toEqual([1, 2]);
  });
});

describe("a discarded save", () => {
  test("comes back in its place", () => {
    const both = queueOf(entryOf(ORDER, "un"), entryOf(OTHER, "deux"));
    const [one] = both.entries;
    if (one === undefined) throw new Error("There are two.");
    const without = discarded(both, one.id);
    expect(without.entries.map(noteOf)).toEqual(["deux"]);
    expect(putBack(without, one).entries.map(noteOf)).toEqual(["un", "deux"]);
    expect(putBack(putBack(without, one), one).entries).toHaveLength(2);
  });

  test("hands its version to the edit that was made from it", () => {
    const first = { ...entryOf(ORDER, "un", { version: 5 }), attempts: 1 };
    const queue = discarded(added(queueOf(first), entryOf(ORDER, "deux", { after: first.id })), first.id);
    expect(queue.entries).toMatchObject([{ version: 5, after: null }]);
  });
});

function end(queue: Queue, id: string, outcome: Outcome): Queue {
  return answered(queue, id, { outcome, at: "2026-11-05T10:00:01.000Z", retryAt: 0 });
}
