import { expect, test } from "vitest";
import { openSecret, sealSecret, secretKeyOf } from "../../../server/security/sealed-secret.ts";

const KEY = secretKeyOf("une clé d'au moins trente-deux caractères");
const OTHER = secretKeyOf("une autre clé d'au moins trente-deux caractères");
const ANA = "0190a000-0000-7000-8000-000000000001";
const BEN = "0190a000-0000-7000-8000-000000000002";
const SECRET = "JBSWY3DPEHPK3PXP";

test("a secret is not in what is kept of it, which is never twice the same, and opens under its key", () => {
  const kept = sealSecret(SECRET, { key: KEY, userId: ANA });
  expect(kept).not.toContain(SECRET);
  expect(sealSecret(SECRET, { key: KEY, userId: ANA })).not.toBe(kept);
  expect(openSecret(kept, { key: KEY, userId: ANA })).toBe(SECRET);
});

test("it opens under no other key, for nobody else, and not once a character of it is changed", () => {
  const kept = sealSecret(SECRET, { key: KEY, userId: ANA });
  const altered = kept.slice(0, 10) + (kept[10] === "A" ? "B" : "A") + kept.slice(11);
  expect(openSecret(kept, { key: OTHER, userId: ANA })).toBeNull();
  expect(openSecret(kept, { key: undefined, userId: ANA })).toBeNull();
  expect(openSecret(kept, { key: KEY, userId: BEN })).toBeNull();
  expect(openSecret(altered, { key: KEY, userId: ANA })).toBeNull();
  expect(openSecret("v1.", { key: KEY, userId: ANA })).toBeNull();
});

test("what was kept before there was a key opens as it is", () => {
  expect(sealSecret(SECRET, { key: undefined, userId: ANA })).toBe(SECRET);
  expect(openSecret(SECRET, { key: KEY, userId: ANA })).toBe(SECRET);
});
