import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { OutboxEntry, Outcome } from "../../../client/outbox/entries.ts";
import type { Outbox, OutboxWorld } from "../../../client/outbox/outbox.ts";
import { createOutbox } from "../../../client/outbox/outbox.ts";
import { newId } from "../../../shared/ids.ts";
import { ANNE, noteOf, PAUL, saveOf, sharedStorage } from "../../support/outbox.ts";

type Fault = "none" | "lost request" | "lost answer" | "error" | "signed out";
const FAULTS: readonly Fault[] = ["none", "lost request", "lost answer", "error", "signed out"];

afterEach(() => vi.useRealTimers());

describe("the outbox", () => {
  test("sends what is added, and says under which version it was saved", async () => {
    const { tab, server } = start();
    const { id } = await tab().add(saveOf(newId(), "un"));
    expect(await watch(tab(), id)).toEqual({ end: "acknowledged", version: 1 });
    expect(server.notes()).toEqual(["un"]);
  });

  test("keeps what cannot leave, and sends it by itself later", async () => {
    const { tab, server } = start(["lost request", "lost request"]);
    const { id } = await tab().add(saveOf(newId(), "un"));
    expect(await watch(tab(), id)).toEqual({ end: "kept" });
    expect(server.notes()).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.notes()).toEqual(["un"]);
    expect(tab().snapshot().queue.entries).toEqual([]);
  });

  test("does not conflict with itself when an answer is lost and the order is edited meanwhile", async () => {
    const { tab, server } = start(["lost answer"]);
    const order = newId();
    const first = await tab().add(saveOf(order, "un"));
    await watch(tab(), first.id);
    await tab().add(saveOf(order, "deux", { after: first.id }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.notes()).toEqual(["deux"]);
    expect(server.version(order)).toBe(2);
  });

  test("keeps what the server refuses, with its code", async () => {
    const { tab, server } = start();
    const order = newId();
    server.save(order, "de quelqu'un d'autre", 0);
    const { id } = await tab().add(saveOf(order, "un"));
    expect(await watch(tab(), id)).toEqual({ end: "refused" });
    expect(tab().snapshot().queue.entries).toMatchObject([{ state: { name: "refused", code: "CONFLICT" } }]);
    await tab().discard(id);
    expect(tab().snapshot().queue.entries).toEqual([]);
  });

  test("sends nothing of a person who is not signed in, and all of it once they are", async () => {
    const { tab, server, signedOut } = start(["signed out"]);
    tab(1).close();
    const { id } = await tab().add(saveOf(newId(), "un"));
    expect(await watch(tab(), id)).toEqual({ end: "kept" });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(server.notes()).toEqual([]);
    expect(signedOut()).toBe(1);
    tab().sendFor(PAUL);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(server.notes()).toEqual([]);
    tab().sendFor(ANNE);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.notes()).toEqual(["un"]);
  });

  test("says that this browser keeps nothing, rather than pretend", async () => {
    const { tab, storage } = start();
    storage.full = true;
    await expect(tab().add(saveOf(newId(), "un"))).rejects.toThrow("full");
    expect(tab().snapshot().broken).toBe(true);
    storage.full = false;
    await tab().add(saveOf(newId(), "deux"));
    expect(tab().snapshot().broken).toBe(false);
  });

  test("loses nothing and writes nothing twice, whatever fails, reloads and is edited", async () => {
    const step = fc.record({
      order: fc.nat(2),
      tab: fc.nat(1),
      fault: fc.constantFrom(...FAULTS),
      next: fc.constantFrom("wait", "reload", "go on"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const world = start([]);
        const orders = [newId(), newId(), newId()];
        const last = new Map<string, { id: string; note: string }>();
        for (const [index, { order, tab, fault, next }] of steps.entries()) {
          const subject = orders[order] ?? "";
          const note = `${order}/${index}`;
          world.faults.push(fault);
          const after = last.get(subject)?.id ?? null;
          const { id } = await world.tab(tab).add(saveOf(subject, note, { after }));
          last.set(subject, { id, note });
          if (next === "wait") await vi.advanceTimersByTimeAsync(1_500);
          if (next === "reload") await world.reload(tab);
        }
        await world.settle();
        expect(world.storage.queue().entries).toEqual([]);
        expect(world.server.notes().toSorted()).toEqual(
          [...last.values()].map(({ note }) => note).toSorted(),
        );
      }),
      { numRuns: 150 },
    );
  });
});

/** Two tabs of one browser, a server that counts versions, and what fails next on the way to it. */
function start(faults: Fault[] = []) {
  vi.useFakeTimers({ now: Date.parse("2026-11-05T10:00:00.000Z") });
  const storage = sharedStorage();
  const server = makeServer();
  const told = new Set<() => void>();
  let running = Promise.resolve();
  let signOuts = 0;
  const tabs: Outbox[] = [openTab(), openTab()];

  function openTab(): Outbox {
    let alive = true;
    const world: OutboxWorld = {
      storage: { change: (rule) => (alive ? storage.change(rule) : new Promise(() => undefined)) },
      send: (entry) => deliver(server, entry, faults.shift() ?? "none"),
      alone(work) {
        // A tab that ends gives the lock back, whatever it was doing.
        const turn = running.then(() => (alive ? Promise.race([work(), ended]) : undefined));
        running = turn.catch(() => undefined);
        return turn;
      },
      tellOthers: () => {
        for (const listener of told) listener();
      },
      onToldByOthers: (listener) => {
        told.add(listener);
        return () => told.delete(listener);
      },
      now: Date.now,
      onSignedOut: () => {
        signOuts += 1;
      },
      onAcknowledged: () => undefined,
    };
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const outbox = createOutbox(world);
    outbox.sendFor(ANNE);
    return {
      ...outbox,
      close() {
        alive = false;
        outbox.close();
        end();
      },
    };
  }

  const tab = (index = 0): Outbox => {
    const found = tabs[index];
    if (found === undefined) throw new Error("There are two tabs.");
    return found;
  };
  return {
    storage,
    server,
    faults,
    tab,
    signedOut: () => signOuts,
    async reload(index: number) {
      tab(index).close();
      tabs[index] = openTab();
      await vi.advanceTimersByTimeAsync(0);
    },
    /** Nothing fails any more, and everybody is signed in. */
    async settle() {
      faults.length = 0;
      for (const each of tabs) each.sendFor(ANNE);
      await vi.advanceTimersByTimeAsync(600_000);
    },
  };
}

type Server = ReturnType<typeof makeServer>;

/** What server/actions/save-order.ts promises: versions are counted, the same content again changes nothing. */
function makeServer() {
  const orders = new Map<string, { note: string; version: number }>();
  return {
    notes: () => [...orders.values()].map(({ note }) => note),
    version: (id: string) => orders.get(id)?.version,
    save(id: string, note: string, version: number): Outcome {
      const stored = orders.get(id);
      if (stored?.note === note && stored.version >= version)
        return { end: "acknowledged", version: stored.version };
      if ((stored?.version ?? 0) !== version) return { end: "refused", code: "CONFLICT", issues: [] };
      orders.set(id, { note, version: version + 1 });
      return { end: "acknowledged", version: version + 1 };
    },
  };
}

async function deliver(server: Server, entry: OutboxEntry, fault: Fault): Promise<Outcome> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (fault === "lost request") return { end: "delayed", delay: "unreachable" };
  if (fault === "error") return { end: "delayed", delay: "server" };
  if (fault === "signed out") return { end: "delayed", delay: "signed-out" };
  const outcome = server.save(entry.subject, noteOf(entry) ?? "", entry.version);
  return fault === "lost answer" ? { end: "delayed", delay: "unreachable" } : outcome;
}

async function watch(outbox: Outbox, id: string) {
  const seen = outbox.watch(id, 4_000);
  await vi.advanceTimersByTimeAsync(200);
  return seen;
}
