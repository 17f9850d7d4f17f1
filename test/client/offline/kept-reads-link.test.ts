import type { Operation, OperationLink, TRPCClientError } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { KeptRead, KeptReads } from "../../../client/offline/kept-reads.ts";
import { keptReadsLink, readKey } from "../../../client/offline/kept-reads-link.ts";
import { createReach } from "../../../client/offline/reach.ts";

const CATALOGUE = "orders.catalogue";
const INPUT = { canteenId: "c", supplierId: "s" };

afterEach(() => vi.useRealTimers());

describe("a read of the entry page", () => {
  test("is the server's when it answers, and is kept", async () => {
    const { ask, kept, shownFrom } = start(() => answer("new"));
    expect(await ask(CATALOGUE, INPUT)).toBe("new");
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.get(readKey(CATALOGUE, INPUT))?.data).toBe("new");
    expect(shownFrom()).toBeNull();
  });

  test("is what was kept when the server does not answer, with its date", async () => {
    const { ask, keep, shownFrom } = start(() => failure(new TypeError("fetch failed")));
    keep(CATALOGUE, INPUT, { data: "old", at: 1_000 });
    expect(await ask(CATALOGUE, INPUT)).toBe("old");
    expect(shownFrom()).toBe(1_000);
  });

  test("is what was kept when the server is too slow; its answer, when it comes, says that it is back", async () => {
    const { ask, keep, kept, shownFrom, backs } = start(() => later(6_000, "new"));
    keep(CATALOGUE, INPUT, { data: "old", at: 1_000 });
    const read = ask(CATALOGUE, INPUT);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await read).toBe("old");
    expect(shownFrom()).toBe(1_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shownFrom()).toBeNull();
    expect(backs()).toBe(1);
    expect(kept.get(readKey(CATALOGUE, INPUT))?.data).toBe("new");
  });

  test("fails when nothing was kept, or when the server refuses", async () => {
    const away = start(() => failure(new TypeError("fetch failed")));
    await expect(away.ask(CATALOGUE, INPUT)).rejects.toThrow("fetch failed");
    const refused = start(() => failure({ data: { appCode: "NOT_FOUND" } }));
    refused.keep(CATALOGUE, INPUT, { data: "old", at: 1_000 });
    await expect(refused.ask(CATALOGUE, INPUT)).rejects.toMatchObject({ data: { appCode: "NOT_FOUND" } });
  });

  test("is kept neither for an order nor for a search", async () => {
    const { ask, kept } = start(() => answer("new"));
    await ask("orders.get", { orderId: "o" });
    await ask("suppliers.search", { search: "ferme" });
    await vi.advanceTimersByTimeAsync(0);
    expect([...kept.keys()]).toEqual([]);
    await ask("suppliers.search", { search: "" });
    await vi.advanceTimersByTimeAsync(0);
    expect([...kept.keys()]).toEqual([readKey("suppliers.search", { search: "" })]);
  });

  test("belongs to whoever is signed in: another person, or nobody, finds nothing of it", async () => {
    let user: { id: string } | null = { id: "anne" };
    const { ask, keep, kept, owners } = start(() => answer({ user }));
    await ask("session.current");
    keep(CATALOGUE, INPUT, { data: "Anne's", at: 1_000 });
    user = null;
    await ask("session.current");
    await vi.advanceTimersByTimeAsync(0);
    expect(owners).toEqual(["anne", null]);
    expect([...kept.keys()]).toEqual([]);
  });

  test("is gone once its owner has signed out, and stays when that could not be done", async () => {
    let server = () => failure(new TypeError("fetch failed"));
    const { ask, keep, kept, owners } = start(() => server());
    keep(CATALOGUE, INPUT, { data: "Anne's", at: 1_000 });
    await expect(ask("session.signOut", undefined, "mutation")).rejects.toThrow("fetch failed");
    expect(kept.size).toBe(1);
    server = () => answer(null);
    await ask("session.signOut", undefined, "mutation");
    expect(owners).toEqual([null]);
    expect(kept.size).toBe(0);
  });

  test("asked before its owner signed out is not kept when it comes afterwards, nor makes them the owner again", async () => {
    let server = () => later(3_000, { user: { id: "anne" } });
    const { ask, kept, owners } = start(() => server());
    const reads = [ask("session.current"), ask(CATALOGUE, INPUT)];
    server = () => answer(null);
    await ask("session.signOut", undefined, "mutation");
    await vi.advanceTimersByTimeAsync(3_000);
    await Promise.all(reads);
    await vi.advanceTimersByTimeAsync(0);
    expect(owners).toEqual([null]);
    expect([...kept.keys()]).toEqual([]);
    server = () => answer({ user: { id: "bea" } });
    await ask("session.current");
    await vi.advanceTimersByTimeAsync(0);
    expect(owners).toEqual([null, "bea"]);
  });
});

type Answer = ReturnType<OperationLink<never>>;

function answer(data: unknown): Answer {
  return later(0, data);
}

function later(milliseconds: number, data: unknown): Answer {
  return observable((observer) => {
    const timer = setTimeout(() => {
      observer.next({ result: { type: "data", data } });
      observer.complete();
    }, milliseconds);
    return () => clearTimeout(timer);
  });
}

function failure(error: unknown): Answer {
  return observable((observer) => observer.error(error as TRPCClientError<never>));
}

/** The link before a server that answers as told, over reads kept in memory. */
function start(server: () => Answer) {
  vi.useFakeTimers();
  const kept = new Map<string, KeptRead>();
  const owners: (string | null)[] = [];
  let backs = 0;
  const reads: KeptReads = {
    find: async (key) => kept.get(key) ?? null,
    keep: (read) => void kept.set(read.key, read),
    async belongTo(userId) {
      if (owners.at(-1) !== userId) kept.clear();
      owners.push(userId);
    },
  };
  const reach = createReach(() => {
    backs += 1;
  });
  const link = keptReadsLink(reads, reach)({});
  return {
    kept,
    owners,
    shownFrom: reach.shownFrom,
    backs: () => backs,
    keep: (path: string, input: unknown, { data, at }: Pick<KeptRead, "data" | "at">) =>
      kept.set(readKey(path, input), { key: readKey(path, input), data, at }),
    /** The first value, as a page awaits it; what comes later is still listened to. */
    ask(path: string, input?: unknown, type: Operation["type"] = "query"): Promise<unknown> {
      const op: Operation = { id: 1, type, path, input, context: {}, signal: null };
      const read = new Promise((resolve, reject) => {
        link({ op, next: server }).subscribe({
          next: ({ result }) => resolve("data" in result ? result.data : undefined),
          error: reject,
        });
      });
      read.catch(() => undefined);
      return vi.advanceTimersByTimeAsync(1).then(() => read);
    },
  };
}
