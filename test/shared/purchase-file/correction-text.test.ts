import { expect, test } from "vitest";
import { correctionResult } from "../../../shared/purchase-file/correction-text.ts";
import type { CorrectionCode } from "../../../shared/purchase-file/issues.ts";
import { correctionSentence } from "../../../shared/purchase-file/sentences.ts";

test.each<[CorrectionCode, string, string, string]>([
  ["DATE_FORMAT", "2026-11-05", "05/11/2026", "5 Nov 2026"],
  ["PRICE_FORMAT", "1234.50", "1\u202F234,50\u00A0€", "€1,234.50"],
  ["PRICE_ROUNDED", "-0.05", "\u22120,05\u00A0€", "\u2212€0.05"],
  ["KM_FORMAT", "80.5", "80,5\u00A0km", "80.5\u00A0km"],
  ["FAMILY_WORD", "BOISSONS", "Boissons", "Drinks"],
  ["CATEGORY_WORD", "LABEL_ROUGE", "Label Rouge", "Label Rouge"],
  ["BOOLEAN_WORD", "OUI", "oui", "yes"],
  ["SIRET_SPACES", "21620041300015", "21620041300015", "21620041300015"],
])("%s: « %s » is read %s in French, %s in English", (code, result, french, english) => {
  expect([correctionResult(code, result, "fr"), correctionResult(code, result, "en")]).toEqual([
    french,
    english,
  ]);
});

test("the sentence of a correction speaks as its examples do", () => {
  const examples = [{ row: 2, value: "x", result: "OUI" }];
  const correction = { code: "BOOLEAN_WORD", column: "est_local", count: 1, examples } as const;
  expect(correctionSentence({ ...correction, examples: [...examples] }, "fr")).toBe(
    "Lu comme «\u00A0oui\u00A0».",
  );
});
