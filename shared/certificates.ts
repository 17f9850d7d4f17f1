import * as z from "zod/mini";
import { addDays, daysBetween } from "./calendar.ts";
import type { IsoDate, Scheme } from "./facts.ts";
import { SCHEMES } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import { dateField } from "./fields.ts";
import { isControlBodyCode } from "./identifiers.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";

export const SCHEME_LABELS: Readonly<Record<Scheme, Translated>> = {
  BIO: { fr: "Agriculture biologique", en: "Organic farming" },
  LABEL_ROUGE: { fr: "Label Rouge", en: "Label Rouge" },
  AOCAOP: { fr: "AOC/AOP", en: "AOC/PDO" },
  IGP: { fr: "IGP", en: "PGI" },
  STG: { fr: "STG", en: "TSG" },
  HVE: { fr: "Haute valeur environnementale (HVE)", en: "High environmental value (HVE)" },
  CE2: {
    fr: "Certification environnementale niveau 2 (CE2)",
    en: "Environmental certification level 2 (CE2)",
  },
  PECHE_DURABLE: { fr: "Pêche durable", en: "Sustainable fishing" },
  RUP: { fr: "Région ultrapériphérique (RUP)", en: "Outermost region (RUP)" },
  COMMERCE_EQUITABLE: { fr: "Commerce équitable", en: "Fair trade" },
  FERMIER: { fr: "Fermier", en: "Farmhouse" },
};

/** A proof on file, of one supplier. */
export interface Certificate {
  id: Id;
  supplierId: Id;
  scheme: Scheme;
  number: string;
  /** `FR-BIO-01`; null: none. */
  controlBody: string | null;
  /** Families covered; empty: every family. */
  families: Family[];
  /** Articles it names; empty: every article of the families. */
  offerIds: Id[];
  validFrom: IsoDate;
  /** Null: open-ended. */
  validTo: IsoDate | null;
  /** SHA-256 of the proof document; null: only the number is on file. */
  fileId: string | null;
}

/** SHA-256 in hexadecimal. */
export const fileIdSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/, "file-missing"));

/** Articles one proof may name. */
export const MAX_NAMED_ARTICLES = 500;

export const certificateInputSchema = z
  .object({
    scheme: z.enum(SCHEMES, "choice"),
    number: z.string("required").check(z.trim(), z.minLength(1, "required"), z.maxLength(100, "too-long")),
    controlBody: z.nullable(
      z.string().check(z.trim(), z.toUpperCase(), z.refine(isControlBodyCode, "control-body")),
    ),
    families: z.array(z.enum(FAMILIES, "choice")).check(z.maxLength(FAMILIES.length)),
    offerIds: z._default(z.array(idSchema).check(z.maxLength(MAX_NAMED_ARTICLES)), []),
    validFrom: dateField,
    validTo: z.nullable(dateField),
    fileId: z.nullable(fileIdSchema),
  })
  .check(
    z.refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
      path: ["validTo"],
      error: "date-order",
    }),
  );
export type CertificateInput = z.infer<typeof certificateInputSchema>;

/** `id` is made by the client: sending the same save again changes nothing. */
export const certificateSaveSchema = z.object({
  id: idSchema,
  supplierId: idSchema,
  input: certificateInputSchema,
});

/** Most proofs that one document shows. */
const MAX_AT_ONCE = 30;

/** Several proofs of one supplier, all kept or none: one document may show them all. */
export const certificatesSaveSchema = z.object({
  supplierId: idSchema,
  certificates: z
    .array(z.object({ id: idSchema, input: certificateInputSchema }))
    .check(z.minLength(1, "required"), z.maxLength(MAX_AT_ONCE)),
});

/** A proof that ends within this many days is said to expire soon, so that a new one can be asked for. */
export const EXPIRY_NOTICE_DAYS = 60;

/** What a proof is worth on one day. `daysLeft`: whole days after that day; null: open-ended or not current. */
export type ProofState =
  | { state: "valid" | "expiring"; daysLeft: number | null }
  | { state: "expired"; daysSince: number }
  | { state: "future"; daysUntil: number };

/** State of a proof on `today`: valid on its first and on its last day. */
export function proofState(
  proof: { validFrom: IsoDate; validTo: IsoDate | null },
  today: IsoDate,
): ProofState {
  if (proof.validFrom > today) return { state: "future", daysUntil: daysBetween(today, proof.validFrom) };
  if (proof.validTo === null) return { state: "valid", daysLeft: null };
  const daysLeft = daysBetween(today, proof.validTo);
  if (daysLeft < 0) return { state: "expired", daysSince: -daysLeft };
  return { state: daysLeft <= EXPIRY_NOTICE_DAYS ? "expiring" : "valid", daysLeft };
}

/** Last day on which a proof that ends is still said to expire soon, seen from `today`. */
export function expiryNoticeUntil(today: IsoDate): IsoDate {
  return addDays(today, EXPIRY_NOTICE_DAYS);
}

/** How many schemes of a supplier are proven, about to end, or no longer proven. */
export interface ProofSum {
  valid: number;
  expiring: number;
  expired: number;
}

/** Schemes of one supplier by the state of their latest-ending proof on `today`; one that has not begun counts nowhere. */
export function sumProofs(proofs: readonly Certificate[], today: IsoDate): ProofSum {
  const latest = new Map<Scheme, Certificate>();
  for (const proof of proofs) {
    const known = latest.get(proof.scheme);
    if (known === undefined || endsLater(proof, known)) latest.set(proof.scheme, proof);
  }
  const sum: ProofSum = { valid: 0, expiring: 0, expired: 0 };
  for (const proof of latest.values()) {
    const { state } = proofState(proof, today);
    if (state !== "future") sum[state] += 1;
  }
  return sum;
}

/** Whether another proof of the same scheme ends later: an expired one is then history, no longer a warning. */
export function isReplaced(proof: Certificate, proofs: readonly Certificate[]): boolean {
  return proofs.some((other) => other.scheme === proof.scheme && endsLater(other, proof));
}

/** Whether a proof takes another's place when it ends: same holder and scheme, a later end, at least its families. */
export function renews(other: Certificate, proof: Certificate): boolean {
  if (other.supplierId !== proof.supplierId || other.scheme !== proof.scheme) return false;
  return (
    coversAll(other.families, proof.families) &&
    coversAll(other.offerIds, proof.offerIds) &&
    endsLater(other, proof)
  );
}

/** Empty is everything. */
function coversAll(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every((one) => wide.includes(one)));
}

function endsLater(proof: Certificate, other: Certificate): boolean {
  if (other.validTo === null) return false;
  return proof.validTo === null || proof.validTo > other.validTo;
}
