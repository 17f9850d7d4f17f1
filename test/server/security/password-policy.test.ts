import { describe, expect, test } from "vitest";
import { isCommonPassword, refuseCommonPassword } from "../../../server/security/password-policy.ts";
import { makePassword } from "../../../server/security/passwords.ts";

const OWNER = {
  name: "Églantine de Kervadec",
  email: "e.kervadec@college-jaures.example",
  organisationName: "Ville de Béthune",
};

describe("a password that is tried first is refused", () => {
  test.each([
    ["on the published list", "polniypizdec0211"],
    ["on the published list, in capitals", "SUPERNATURAL"],
    ["the product", "Bonnepart2026!"],
    ["the product, with signs for letters", "b0nn3p4rt-2026"],
    ["the trade", "cantine-egalim"],
    ["the trade, with accents and capitals", "Légumes-Collège62"],
    ["French words for a password", "motdepasse123"],
    ["two of them", "MonMotDePasse!"],
    ["English ones", "password1234"],
    ["the months", "Septembre2026"],
    ["one's own name", "eglantine2026"],
    ["one's own name, joined", "EglantineDeKervadec"],
    ["one's own address", "e.kervadec@62"],
    ["the organisation", "bethune-2026-ville"],
    ["the keyboard of France", "azertyuiop123"],
    ["the other keyboard", "qwertyuiop[]"],
    ["the keyboard downwards", "1qaz2wsx3edc"],
    ["the keyboard backwards", "poiuytreza99"],
    ["the alphabet", "abcdefghijkl"],
    ["digits", "123456789012"],
    ["digits backwards", "987654321098"],
    ["a telephone number", "03 21 21 62 62"],
    ["one character", "aaaaaaaaaaaa"],
    ["two characters", "1212121212121"],
    ["something said again", "carottecarotte"],
  ])("%s: %s", (_what, password) => {
    expect(isCommonPassword(password, OWNER)).toBe(true);
  });
});

describe("a password of one's own is taken", () => {
  test.each([
    "carottes-et-navets",
    "panais et rutabagas",
    "douze-lettre",
    "le chat du voisin ronfle",
    "mon vélo bleu grince",
    "Tq8!fz2Lr0pW",
    "la-betterave-de-mamie",
    "8!2#97$k4%6(",
    "горох и капуста растут",
  ])("%s", (password) => {
    expect(isCommonPassword(password, OWNER)).toBe(false);
  });

  test("as is every password that the product makes", () => {
    const made = Array.from({ length: 300 }, makePassword);
    expect(made.filter((password) => isCommonPassword(password, OWNER))).toEqual([]);
  });
});

test("the refusal names the field and never the password", () => {
  const attempt = (): void => refuseCommonPassword("motdepasse123", OWNER, "newPassword");
  expect(attempt).toThrow(
    expect.objectContaining({
      code: "INVALID",
      details: { field: "newPassword", reason: "common-password" },
    }),
  );
});

test("the longest password is judged at once", () => {
  const start = performance.now();
  isCommonPassword("bonnepart".repeat(15).slice(0, 128), OWNER);
  isCommonPassword("azerty1q2w".repeat(13).slice(0, 128), OWNER);
  isCommonPassword("é-".repeat(64), OWNER);
  expect(performance.now() - start).toBeLessThan(50);
});
