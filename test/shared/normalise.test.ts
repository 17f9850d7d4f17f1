import fc from "fast-check";
import { expect, test } from "vitest";
import { searchKey } from "../../shared/normalise.ts";

test.each([
  ["Céleri-rave", "celeri rave"],
  ["  ŒUFS  plein-air ", "oeufs plein air"],
  ["L’Épi d'Or, S.A.R.L.", "l epi d or s a r l"],
  ["Pâté\u00A0de\u202Fcampagne", "pate de campagne"],
  ["e\u0301te\u0301", "ete"],
  ["ÇÀÂÉÈÊËÎÏÔÙÛÜŸÑ", "caaeeeeiiouuuyn"],
  ["Straße Łódź Ærø", "strasse lodz aero"],
  ["Lait 1/2 écrémé 3,5 %", "lait 1 2 ecreme 3 5"],
  ["« Bio »", "bio"],
  ["İstanbul", "istanbul"],
  ["...", ""],
  ["", ""],
])("%j is found as %j", (text, key) => {
  expect(searchKey(text)).toBe(key);
});

test("a key is its own key, whatever the text and its Unicode form", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const key = searchKey(text);
      expect(searchKey(key)).toBe(key);
      expect(searchKey(text.normalize("NFC"))).toBe(searchKey(text.normalize("NFD")));
      expect(key).not.toMatch(/^ | $| {2}|[A-ZÀ-Ý]|\p{M}|\p{P}/u);
    }),
    { numRuns: 3000 },
  );
});
