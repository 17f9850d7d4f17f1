import { dirname } from "node:path";
import { buildClient } from "../../server/cli/build-client.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { soakOutbox } from "../support/outbox-soak.ts";

export const summary =
  "Orders entered in two tabs while the server is down, hangs, is cut, killed, and pages reload: --runs N, --seed N";

/** 200 storms; none of their orders may be lost, doubled or refused. */
export async function run(options: FigureOptions): Promise<Figures> {
  await buildClient(dirname(dirname(import.meta.dirname)));
  const start = performance.now();
  const soak = await soakOutbox({
    runs: options.number("runs", 200),
    seed: options.number("seed", Date.now() % 1_000_000),
    note: options.note,
  });
  return {
    ...soak,
    seconds: Math.round((performance.now() - start) / 1000),
    bars: [
      { name: "orders lost", value: soak.lost, atMost: 0 },
      { name: "orders duplicated", value: soak.duplicated, atMost: 0 },
      { name: "orders refused", value: soak.refused, atMost: 0 },
    ],
  };
}
