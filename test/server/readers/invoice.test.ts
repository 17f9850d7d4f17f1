import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileKind } from "../../../server/readers/file-kind.ts";
import { InvoiceRefusal } from "../../../server/readers/invoice/refusal.ts";
import { readInvoice } from "../../../server/readers/invoice.ts";
import { invoiceJson } from "../../../server/writers/invoice-json.ts";
import type { ExpectedReading } from "../../support/invoices/case.ts";
import { allInvoiceCases, fileNameOf } from "../../support/invoices/cases.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/invoices");
const cases = allInvoiceCases();

/** What a program would see of the file, with its issues as « CODE path ». */
async function readingOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  try {
    const invoice = await readInvoice(bytes);
    const json = JSON.parse(JSON.stringify(invoiceJson(invoice)));
    return { ...json, issues: invoice.issues.map(({ code, path }) => `${code} ${path}`).sort() };
  } catch (error) {
    if (error instanceof InvoiceRefusal) return { error: error.code };
    throw error;
  }
}

describe("every invoice of the fixtures is read as the standard says", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", async (name, one) => {
    const expected = JSON.parse(
      readFileSync(join(FOLDER, `${name}.expected.json`), "utf8"),
    ) as ExpectedReading;
    const reading = await readingOf(new Uint8Array(readFileSync(join(FOLDER, fileNameOf(one)))));
    expect(reading).toMatchObject(expected);
  });
});

test("every readable invoice is known for one when it is dropped on a page", () => {
  for (const one of cases)
    if (!("error" in one.expected)) expect(["invoice-xml", "pdf"], one.name).toContain(fileKind(one.bytes));
});

test("the fixtures are those that the cases write, and at least sixty", () => {
  const names = readdirSync(FOLDER).filter((name) => !name.endsWith(".expected.json"));
  expect(names.sort()).toEqual(cases.map(fileNameOf).sort());
  expect(new Set(names).size).toBeGreaterThanOrEqual(60);
  for (const one of cases) {
    // The bytes of a PDF hold packed streams, which another machine may pack otherwise.
    const isPdf = fileNameOf(one).endsWith(".pdf");
    expect(isPdf || readFileSync(join(FOLDER, fileNameOf(one))).equals(one.bytes), one.name).toBe(true);
    const expected = JSON.parse(readFileSync(join(FOLDER, `${one.name}.expected.json`), "utf8"));
    expect(expected, one.name).toEqual(JSON.parse(JSON.stringify(one.expected)));
  }
});
