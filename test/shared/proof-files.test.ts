import { describe, expect, test } from "vitest";
import { proofFileName, recogniseProof } from "../../shared/proof-files.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe("recogniseProof", () => {
  test.each([
    ["application/pdf", [...Buffer.from("%PDF-1.7\n")]],
    ["image/png", [...PNG, 0]],
    ["image/jpeg", [0xff, 0xd8, 0xff, 0xe0]],
    ["image/webp", [...Buffer.from("RIFF1234WEBPVP8 ")]],
  ])("%s is told by its first bytes", (mediaType, bytes) => {
    expect(recogniseProof(Uint8Array.from(bytes))).toBe(mediaType);
  });

  test.each([
    ["nothing", []],
    ["a PNG cut in its signature", PNG.slice(0, 7)],
    ["a sound", [...Buffer.from("RIFF1234WAVEfmt ")]],
    ["a WebP cut in its signature", [...Buffer.from("RIFF1234WEB")]],
    ["a web page", [...Buffer.from("<html>")]],
    ["a PDF behind one byte", [0, ...Buffer.from("%PDF-1.7")]],
    ["a program", [0x4d, 0x5a, 0x90]],
  ])("%s is refused", (_name, bytes) => {
    expect(recogniseProof(Uint8Array.from(bytes))).toBeNull();
  });
});

describe("proofFileName", () => {
  test.each([
    ["certificat.pdf", "certificat.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\scans\\bio 2026.exe", "bio 2026.pdf"],
    ['a"b\r\nSet-Cookie: x.pdf', "abSet-Cookie x.pdf"],
    ["\u202Efdp.exe", "fdp.pdf"],
    ["", "justificatif.pdf"],
    ["..", "justificatif.pdf"],
  ])("%j is kept as %j", (given, kept) => {
    expect(proofFileName(given, "application/pdf")).toBe(kept);
  });

  test("is never longer than 124 characters", () => {
    expect(proofFileName("é".repeat(500), "image/png")).toHaveLength(124);
  });
});
