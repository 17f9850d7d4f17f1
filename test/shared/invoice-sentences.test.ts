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

test("days and numbers are written as the language writes them, what the file says as it stands", () => {
  const base = { ...issue, differenceCents: null };
  const order = { ...base, code: "DATE_ORDER", value: "2026-09-30", expected: "2026-10-05" } as const;
  expect(invoiceIssueSentence(order, "fr")).toContain("Le 30/09/2026 vient avant le 05/10/2026.");
  const rate = { ...base, code: "TAX_RATE", value: "5.5", expected: null } as const;
  expect(invoiceIssueSentence(rate, "fr")).toContain("Le taux de TVA 5,5 ");
  expect(invoiceIssueSentence(rate, "en")).toContain("The VAT rate 5.5 ");
  const twice = { ...base, code: "LINE_ID_TWICE", value: "1.2", expected: null } as const;
  expect(invoiceIssueSentence(twice, "fr")).toContain("Le numéro de ligne 1.2 ");
});

test("a difference is said in euros", () => {
  const sum = { ...issue, code: "LINES_SUM", value: "5360", expected: "5260", differenceCents: 100 } as const;
  expect(invoiceIssueSentence(sum, "fr")).toContain("écart de 1,00\u00A0€");
  expect(invoiceIssueSentence(sum, "en")).toContain("a difference of €1.00");
});
