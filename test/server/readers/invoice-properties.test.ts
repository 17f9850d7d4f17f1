import fc from "fast-check";
import { expect, test } from "vitest";
import { readInvoice } from "../../../server/readers/invoice.ts";
import { invoiceJson } from "../../../server/writers/invoice-json.ts";
import { anySpec } from "../../support/invoices/any-spec.ts";
import type { Syntax } from "../../support/invoices/case.ts";
import { bytesOf, write } from "../../support/invoices/case.ts";
import { expectedOf } from "../../support/invoices/expected.ts";
import type { Spec } from "../../support/invoices/spec.ts";

async function read(syntax: Syntax, spec: Spec): Promise<Record<string, unknown>> {
  const invoice = await readInvoice(bytesOf(write(syntax, spec)));
  return JSON.parse(JSON.stringify(invoiceJson(invoice)));
}

test("any invoice reads the same from UBL and from CII, and as it was specified", async () => {
  await fc.assert(
    fc.asyncProperty(anySpec, async (spec) => {
      const [ubl, cii, zugferd] = await Promise.all([
        read("ubl", spec),
        read("cii", spec),
        read("zugferd1", spec),
      ]);
      expect({ ...ubl, syntax: "" }).toEqual({ ...cii, syntax: "" });
      expect({ ...zugferd, syntax: "" }).toEqual({ ...cii, syntax: "" });
      expect(cii).toMatchObject(expectedOf(spec));
    }),
    { numRuns: 150 },
  );
});

test("an invoice whose numbers agree has no issue about them", async () => {
  await fc.assert(
    fc.asyncProperty(anySpec, async (spec) => {
      const { issues } = await readInvoice(bytesOf(write("cii", spec)));
      const odd = ["DATE_ORDER", "LINE_NEGATIVE", "LINE_ZERO", "CREDIT_SIGN", "TAX_RATE"];
      expect(issues.filter(({ code }) => !odd.includes(code))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
