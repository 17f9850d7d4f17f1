import { expect, it } from "vitest";
import type { Fifo } from "../../../db/dialects/fifo.ts";
import { createFifo } from "../../../db/dialects/fifo.ts";

function createOne(patienceMs = 1_000): Fifo<string> {
  return createFifo({ items: ["it"], patienceMs, name: "the only one" });
}

it("lends to those who wait in the order they asked", async () => {
  const fifo = createOne();
  const order: number[] = [];
  await Promise.all(
    [0, 1, 2, 3].map(async (asker) => {
      const item = await fifo.take();
      await new Promise((resolve) => setTimeout(resolve, 4 - asker));
      order.push(asker);
      fifo.give(item);
    }),
  );
  expect(order).toEqual([0, 1, 2, 3]);
});

it("gives up after its patience and lends to the next all the same", async () => {
  const fifo = createOne(30);
  const item = await fifo.take();
  await expect(fifo.take()).rejects.toMatchObject({
    code: "writer-busy",
    message: "Waited 0.03 s for the only one.",
  });
  const next = fifo.take();
  fifo.give(item);
  expect(await next).toBe("it");
});

it("drains once the holder and those already waiting are done, and lends no more", async () => {
  const fifo = createOne();
  const events: string[] = [];
  const first = await fifo.take();
  const second = fifo.take().then((item) => {
    events.push("second has it");
    fifo.give(item);
  });
  const drained = fifo.drain().then(() => events.push("drained"));
  await expect(fifo.take()).rejects.toMatchObject({ code: "closed" });
  events.push("first is done");
  fifo.give(first);
  await Promise.all([second, drained]);
  expect(events).toEqual(["first is done", "second has it", "drained"]);
});
