import { describe, expect, test } from "vitest";
import { INVOICE_ISSUE_CODES } from "../../shared/invoice-issues.ts";
import { invoiceIssueSentence, invoiceRefusalSentence } from "../../shared/invoice-sentences.ts";
import { INVOICE_REFUSALS } from "../../shared/invoices.ts";
import { LOCALES } from "../../shared/locales.ts";

const issue = { severity: "warning", path: "totals", line: null } as const;

describe("every issue and refusal is a sentence of both languages", () => {
  test.each(INVOICE_ISSUE_CODES)("%s", (code) => {
    for (const locale of LOCALES) {
      const text = invoiceIssueSentence(
        { ...issue, code, value: "X", expected: "y", differenceCents: null },
        locale,
      );
      expect(text).toMatch(/^[^a-z].*\.$/);
      // French: no plain space before : ! ? or inside guillemets.
      if (locale === "fr") expect(text).not.toMatch(/ [:;!?»]|« /);
    }
  });

  test.each(INVOICE_REFUSALS)("%s", (code) => {
    expect(invoiceRefusalSentence(code, "fr")).toMatch(/^[A-Z].*\.$/);
    expect(invoiceRefusalSentence(code, "en")).toMatch(/^[A-Z].*\.$/);
  });
});

test("a difference is said in euros", () => {
  const sum = { ...issue, code: "LINES_SUM", value: "5360", expected: "5260", differenceCents: 100 } as const;
  expect(invoiceIssueSentence(sum, "fr")).toContain("écart de 1,00\u00A0€");
  expect(invoiceIssueSentence(sum, "en")).toContain("a difference of €1.00");
});
