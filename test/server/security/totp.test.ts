import { describe, expect, test } from "vitest";
import {
  findTotpStep,
  fromBase32,
  hotp,
  makeTotpSecret,
  stepAt,
  toBase32,
  totpAddress,
} from "../../../server/security/totp.ts";

const SEED = "12345678901234567890";
const SEEDS = {
  sha1: Buffer.from(SEED),
  sha256: Buffer.from("12345678901234567890123456789012"),
  sha512: Buffer.from("1234567890123456789012345678901234567890123456789012345678901234"),
};

describe("RFC 6238, appendix B", () => {
  test.each([
    [59, "94287082", "46119246", "90693936"],
    [1_111_111_109, "07081804", "68084774", "25091201"],
    [1_111_111_111, "14050471", "67062674", "99943326"],
    [1_234_567_890, "89005924", "91819424", "93441116"],
    [2_000_000_000, "69279037", "90698825", "38618901"],
    [20_000_000_000, "65353130", "77737706", "47863826"],
  ])("at %i seconds", (seconds, sha1, sha256, sha512) => {
    const at = (algorithm: keyof typeof SEEDS): string =>
      hotp(SEEDS[algorithm], stepAt(seconds), { digits: 8, algorithm });
    expect([at("sha1"), at("sha256"), at("sha512")]).toEqual([sha1, sha256, sha512]);
  });
});

test("RFC 4226, appendix D: the first ten codes of a counter", () => {
  expect(Array.from({ length: 10 }, (_, counter) => hotp(SEEDS.sha1, counter))).toEqual([
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
  ]);
});

test.each([
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("RFC 4648: %s is %s in base32, without padding", (text, base32) => {
  expect(toBase32(Buffer.from(text))).toBe(base32);
  expect(fromBase32(base32).toString()).toBe(text);
});

describe("a code", () => {
  const secret = toBase32(SEEDS.sha1);
  const now = "2026-11-22T10:00:15.000Z";
  const step = stepAt(Date.parse(now) / 1000);
  const codeOf = (at: number): string => hotp(SEEDS.sha1, at);

  test.each([
    [-2, null],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, null],
  ])("%i steps from now is worth %s", (shift, found) => {
    expect(findTotpStep(secret, { code: codeOf(step + shift), now, lastStep: 0 })).toBe(found);
  });

  test("is worth nothing once its step, or a later one, was taken", () => {
    expect(findTotpStep(secret, { code: codeOf(step), now, lastStep: step })).toBeNull();
    expect(findTotpStep(secret, { code: codeOf(step - 1), now, lastStep: step })).toBeNull();
    expect(findTotpStep(secret, { code: codeOf(step + 1), now, lastStep: step })).toBe(step + 1);
  });

  test("of another length, or with letters, is none", () => {
    for (const code of ["", "12345", "1234567", "abcdef", "é".repeat(6)])
      expect(findTotpStep(secret, { code, now, lastStep: 0 })).toBeNull();
  });
});

test("secrets hold 160 bits, all different, and their address is what applications read", () => {
  const secrets = Array.from({ length: 200 }, makeTotpSecret);
  expect(new Set(secrets).size).toBe(200);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(totpAddress({ secret: "ABC", email: "a+b@example.fr" })).toBe(
    "otpauth://totp/Bonnepart:a%2Bb%40example.fr?secret=ABC&issuer=Bonnepart&algorithm=SHA1&digits=6&period=30",
  );
});
