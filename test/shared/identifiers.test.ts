import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isControlBodyCode, isSiren, isSiret, isUai, normaliseSiret } from "../../shared/identifiers.ts";

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(""));

/** Truth by another road: the ten candidates of a last digit hold exactly one valid key. */
function validKeys(prefix: string, isValid: (text: string) => boolean): string[] {
  return Array.from({ length: 10 }, (_, key) => prefix + key).filter(isValid);
}

test.each([
  "73282932000074",
  "35600000000048",
  "40483304800022",
  "22620001200012",
])("%s is a SIRET", (siret) => {
  expect(isSiret(siret)).toBe(true);
});

test.each([
  ["73282932000075", "wrong key"],
  ["7328293200007", "13 digits"],
  ["732829320000744", "15 digits"],
  ["732 829 320 00074", "spaces are for normaliseSiret"],
  ["7328293200007A", "a letter"],
  ["00000000000000", "all zeros"],
  ["", "empty"],
  ["73282932000074\n", "a line end"],
  ["٧٣٢٨٢٩٣٢٠٠٠٠٧٤", "other digits"],
])("%s is no SIRET: %s", (text) => {
  expect(isSiret(text)).toBe(false);
});

describe("La Poste", () => {
  it("has SIRET whose digits add up to a multiple of 5", () => {
    expect(isSiret("35600000000010")).toBe(true);
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000000011")).toBe(false);
  });

  it("follows the common rule for its head office alone", () => {
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000000055")).toBe(false);
  });

  it("has a common SIREN", () => {
    expect(isSiren("356000000")).toBe(true);
  });
});

describe("Luhn", () => {
  it("gives every SIREN and SIRET prefix exactly one key", () => {
    fc.assert(
      fc.property(digits(8), digits(13), (siren, siret) => {
        fc.pre(!/^0+$/.test(siren) && !/^0+$/.test(siret) && !siret.startsWith("356000000"));
        expect(validKeys(siren, isSiren)).toHaveLength(1);
        expect(validKeys(siret, isSiret)).toHaveLength(1);
      }),
    );
  });

  it("sees any single wrong digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const right = "73282932000074";
        const wrong = String((Number(right[at]) + shift) % 10);
        expect(isSiret(right.slice(0, at) + wrong + right.slice(at + 1))).toBe(false);
      }),
    );
  });
});

test("isSiren wants nine digits and their key", () => {
  expect(["732829320", "404833048"].every(isSiren)).toBe(true);
  expect(["732829321", "73282932", "7328293200", "000000000", "73282932O"].some(isSiren)).toBe(false);
});

test("normaliseSiret strips spaces of every kind and nothing else", () => {
  expect(normaliseSiret(" 732 829\u00A0320\u202F000\u200974 ")).toBe("73282932000074");
  expect(normaliseSiret("732.829-320")).toBe("732.829-320");
});

test("isUai wants seven digits and a capital", () => {
  expect(["0620001A", "0624440Z"].every(isUai)).toBe(true);
  expect(["062001A", "06200010", "0620001a", "0620001AB", "0620001É", ""].some(isUai)).toBe(false);
});

test("isControlBodyCode wants country, programme and number", () => {
  expect(["FR-BIO-01", "FR-BIO-10", "DE-ÖKO-006", "ES-ECO-020", "BE-BIO-02"].every(isControlBodyCode)).toBe(
    true,
  );
  const wrong = [
    "FR-BIO-1",
    "FR-BIO-0001",
    "fr-bio-01",
    "FR BIO 01",
    "FRA-BIO-01",
    "FR--01",
    "FR-BIO-01 ",
    "",
  ];
  expect(wrong.some(isControlBodyCode)).toBe(false);
});
