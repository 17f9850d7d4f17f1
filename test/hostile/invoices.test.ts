import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { startInvoiceReader } from "../../server/readers/read-invoice-aside.ts";
import { bytesOf, food, write } from "../support/invoices/case.ts";
import { writePdf } from "../support/invoices/write-pdf.ts";
import { INVOICE_BOMBS } from "./invoice-bombs.ts";
import { damagedInvoices, faultOf } from "./invoices.ts";

const reader = startInvoiceReader();
afterAll(() => reader.stop());

/** Half of the limit of time: no bomb may come near it. */
const MILLISECONDS = 15_000;

describe("a bomb ends in a reading or a refusal, soon", () => {
  test.each(Object.entries(INVOICE_BOMBS))("%s", async (_kind, bomb) => {
    const bytes = bomb(1);
    const start = performance.now();
    const reading = await reader.read(bytes);
    expect(performance.now() - start).toBeLessThan(MILLISECONDS);
    expect(faultOf(reading)).toBeNull();
  });

  test.each([
    ["billion laughs", "INVOICE_DOCTYPE"],
    ["external entity", "INVOICE_DOCTYPE"],
    ["nesting", "INVOICE_LIMITS"],
    ["giant name", "INVOICE_LIMITS"],
    ["flate of zeros", "INVOICE_LIMITS"],
    ["flate in flate", "INVOICE_LIMITS"],
    ["run lengths", "INVOICE_LIMITS"],
    ["more than the limit", "INVOICE_TOO_LARGE"],
  ])("%s is refused with %s", async (kind, code) => {
    expect(await reader.read(INVOICE_BOMBS[kind]?.(3) ?? new Uint8Array())).toEqual({ ok: false, code });
  });
});

test("damaged invoices never crash the reader", async () => {
  await fc.assert(
    fc.asyncProperty(damagedInvoices, async ({ bytes }) => {
      expect(faultOf(await reader.read(bytes))).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test("after a bomb the next invoice is read", async () => {
  const bytes = writePdf({ attachments: [{ name: "factur-x.xml", content: bytesOf(write("cii", food())) }] });
  await reader.read(INVOICE_BOMBS["flate of zeros"]?.(3) ?? new Uint8Array());
  expect(await reader.read(bytes)).toMatchObject({ ok: true, invoice: { number: "F2026-0117" } });
});
