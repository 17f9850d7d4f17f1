import { startInvoiceReader } from "../../server/readers/read-invoice-aside.ts";
import { faultOf, hostileInvoices } from "../hostile/invoices.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { runHostile } from "../support/hostile-soak.ts";

export const summary =
  "10 000 damaged invoices and bombs: none crashes, hangs or takes memory (--files N, --seed N)";

export async function run(options: FigureOptions): Promise<Figures> {
  const reader = startInvoiceReader();
  const figures = await runHostile(options, {
    hostile: hostileInvoices,
    mostMs: 30_000,
    mostMegabytes: 512,
    read: async ({ bytes }) => {
      const reading = await reader.read(bytes);
      return { name: reading.ok ? "read" : reading.code, fault: faultOf(reading) };
    },
  });
  await reader.stop();
  return figures;
}
