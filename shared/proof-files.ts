import type { Translated } from "./locales.ts";

/** Largest proof document, bytes. */
export const MAX_PROOF_BYTES = 10 * 1024 * 1024;

export const PROOF_MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg", "image/webp"] as const;
export type ProofMediaType = (typeof PROOF_MEDIA_TYPES)[number];

/** Extension each type is given back under. */
export const PROOF_EXTENSIONS: Readonly<Record<ProofMediaType, string>> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
};

/** Null: any byte. */
const SIGNATURES: readonly { mediaType: ProofMediaType; bytes: readonly (number | null)[] }[] = [
  { mediaType: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
  {
    mediaType: "image/webp",
    bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
  },
];

/** What the first bytes say the document is, whatever its name; null: none of the types accepted. */
export function recogniseProof(content: Uint8Array): ProofMediaType | null {
  const found = SIGNATURES.find(({ bytes }) =>
    bytes.every((byte, index) => index < content.length && (byte === null || content[index] === byte)),
  );
  return found?.mediaType ?? null;
}

/** The name a document is kept under: no folder, no control character, at most 120 characters, the extension of its type. */
export function proofFileName(given: string, mediaType: ProofMediaType): string {
  const base = given.split(/[\\/]/).at(-1) ?? "";
  const stem = base
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .replace(/^[\s.]+/, "")
    .trim()
    .slice(0, 120);
  return `${stem === "" ? "justificatif" : stem}.${PROOF_EXTENSIONS[mediaType]}`;
}

/** Why a document is refused: the `reason` of an INVALID answer, with what to do. */
export const PROOF_REFUSALS = {
  "file-too-large": {
    fr: "Ce fichier dépasse 10 Mo : réduisez-le ou numérisez-le en qualité normale.",
    en: "This file is over 10 MB: make it smaller or scan it at normal quality.",
  },
  "file-type": {
    fr: "Ce fichier n'est ni un PDF, ni une image PNG, JPEG ou WebP, quel que soit son nom.",
    en: "This file is neither a PDF nor a PNG, JPEG or WebP image, whatever its name.",
  },
  "file-missing": {
    fr: "Aucun fichier n'est arrivé : choisissez-le à nouveau.",
    en: "No file arrived: please choose it again.",
  },
  "file-cut": {
    fr: "L'envoi a été interrompu : recommencez.",
    en: "The upload was cut off: please try again.",
  },
} as const satisfies Readonly<Record<string, Translated>>;

export type ProofRefusal = keyof typeof PROOF_REFUSALS;

/** Whether a refusal's reason is one of a document. */
export function isProofRefusal(reason: unknown): reason is ProofRefusal {
  return typeof reason === "string" && Object.hasOwn(PROOF_REFUSALS, reason);
}
