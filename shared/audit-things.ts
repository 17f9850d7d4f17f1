import type { AuditEntry } from "./audit.ts";
import { valuesOf } from "./audit-changes.ts";
import { FIELDS } from "./audit-fields.ts";
import type { AuditNoun } from "./audit-nouns.ts";
import { AUDIT_NOUNS } from "./audit-nouns.ts";
import type { AuditWords } from "./audit-values.ts";
import { auditValueText, nameOf } from "./audit-values.ts";
import type { Translated } from "./locales.ts";
import { formatSemester, isSemester } from "./semesters.ts";
import { SOCIAL_STATUS_LABELS, SOCIAL_STATUSES } from "./social-statuses.ts";

type Values = Readonly<Record<string, unknown>>;
type Naming = (values: Values, words: AuditWords, id: string) => string;

const NAMINGS: Readonly<Record<AuditNoun, Naming>> = {
  orders: orderName,
  invoices: invoiceName,
  imports: ({ file }, { locale }) =>
    ({ fr: "l'import", en: "the import" })[locale] + (typeof file === "string" ? ` ${file}` : ""),
  "import-mappings": mappingName,
  "order-templates": (values, words, id) =>
    named(values, words, { id, fr: "le panier", en: "the order template" }),
  "ordering-terms": ({ supplierId }, words) =>
    words.locale === "fr"
      ? `les conditions de commande (${text("supplierId", supplierId, words)})`
      : `the ordering terms (${text("supplierId", supplierId, words)})`,
  "price-lists": (values, words, id) =>
    named(values, words, { id, fr: "la mercuriale", en: "the price list" }),
  "quote-requests": (values, words, id) =>
    named(values, words, { id, fr: "la demande de devis", en: "the request for quotes" }),
  canteens: (values, words, id) => named(values, words, { id, fr: "la cantine", en: "the canteen" }),
  "canteen-groups": (values, words, id) => named(values, words, { id, fr: "le groupe", en: "the group" }),
  suppliers: (values, words, id) => named(values, words, { id, fr: "le fournisseur", en: "the supplier" }),
  products: (values, words, id) => named(values, words, { id, fr: "le produit", en: "the product" }),
  offers: (values, words, id) => named(values, words, { id, fr: "l'article", en: "the article" }),
  organisations: (values, words, id) =>
    typeof values.name === "string"
      ? named(values, words, { id, fr: "l'organisation", en: "the organisation" })
      : words.locale === "fr"
        ? "l'organisation"
        : "the organisation",
  pats: (values, words, id) => named(values, words, { id, fr: "le PAT", en: "the food project" }),
  "supplier-statuses": statusName,
  certificates: certificateName,
  "proof-requests": requestName,
  "contract-lots": lotNameOf,
  contracts: ({ number }, { locale }) =>
    `${{ fr: "le marché", en: "the contract" }[locale]} ${number ?? ""}`.trim(),
  "clause-hours": ({ number }, { locale }) =>
    `${{ fr: "les heures d'insertion du marché", en: "the insertion hours of contract" }[locale]} ${number ?? ""}`.trim(),
  "clause-hour-imports": ({ file }, { locale }) =>
    `${{ fr: "l'import d'heures d'insertion", en: "the import of insertion hours" }[locale]} ${file ?? ""}`.trim(),
  targets: targetName,
  measures: ({ title }, { locale }) =>
    ({ fr: "la mesure", en: "the measure" })[locale] + (typeof title === "string" ? ` ${title}` : ""),
  "council-reports": ({ semester }, { locale }) =>
    ({ fr: "le rapport au CDESS", en: "the report to the CDESS" })[locale] +
    (isSemester(semester) ? `, ${formatSemester(semester, locale)}` : ""),
  "council-colleges": (_values, { locale }) =>
    ({ fr: "les collèges du CDESS", en: "the colleges of the CDESS" })[locale],
  "shares-links": ({ label }, { locale }) =>
    ({ fr: "la page publique", en: "the public page" })[locale] +
    (typeof label === "string" ? ` ${label}` : ""),
  declarations: ({ year }, { locale }) =>
    ({ fr: "l'année", en: "the year" })[locale] + (typeof year === "number" ? ` ${year}` : ""),
  "local-definitions": definitionName,
  users: (_values, words, id) => accountName(id, words),
  grants: grantName,
};

/** « la commande BC-2026-014 »: what a change is about, from its values or else its name of today. */
export function auditThing({ noun, nounId, action, before, after }: AuditEntry, words: AuditWords): string {
  const part = ACCOUNT_PARTS[action];
  if (part !== undefined) return partName(part, nounId, words);
  const known = AUDIT_NOUNS.find((code) => code === noun);
  const values = { ...valuesOf(before), ...valuesOf(after) };
  return known === undefined ? `«\u00A0${noun}\u00A0»` : NAMINGS[known](values, words, nounId);
}

function named(
  { name }: Values,
  words: AuditWords,
  { id, ...nouns }: { id: string; fr: string; en: string },
): string {
  return `${nouns[words.locale]} ${typeof name === "string" ? name : nameOf(id, words)}`;
}

function orderName({ kind, reference, supplierId, orderedOn }: Values, words: AuditWords): string {
  const credit = kind === "CREDIT_NOTE";
  const french = words.locale === "fr";
  const noun = french ? (credit ? "l'avoir" : "la commande") : credit ? "the credit note" : "the order";
  if (typeof reference === "string") return `${noun} ${reference}`;
  const date = text("orderedOn", orderedOn, words);
  const supplier = text("supplierId", supplierId, words);
  return french ? `${noun} du ${date} (${supplier})` : `${noun} of ${date} (${supplier})`;
}

/** « la facture F2026-12 (Ferme d'Artois) », « la pièce photo.jpg ». */
function invoiceName({ number, sellerName, fileName }: Values, { locale }: AuditWords): string {
  if (typeof number !== "string")
    return `${{ fr: "la pièce", en: "the document" }[locale]} ${fileName ?? ""}`.trim();
  const seller = typeof sellerName === "string" ? ` (${sellerName})` : "";
  return `${{ fr: "la facture", en: "the invoice" }[locale]} ${number}${seller}`;
}

/** A source without a name is told by what it is. */
function mappingName({ name }: Values, { locale }: AuditWords): string {
  if (typeof name !== "string")
    return { fr: "la lecture d'un tableau", en: "the reading of a table" }[locale];
  return locale === "fr" ? `la lecture de «\u00A0${name}\u00A0»` : `the reading of “${name}”`;
}

function statusName({ status, supplierId }: Values, words: AuditWords): string {
  const label = SOCIAL_STATUSES.find((one) => one === status);
  const what = label === undefined ? "" : `${SOCIAL_STATUS_LABELS[label][words.locale]} `;
  const said = `${what}(${text("supplierId", supplierId, words)})`;
  return words.locale === "fr" ? `le statut ${said}` : `the status ${said}`;
}

function certificateName({ scheme, number, supplierId }: Values, words: AuditWords): string {
  const proof = `${text("scheme", scheme, words)} ${text("number", number, words)} (${text("supplierId", supplierId, words)})`;
  return words.locale === "fr" ? `la preuve ${proof}` : `the proof ${proof}`;
}

function requestName({ supplierId }: Values, words: AuditWords): string {
  const supplier = text("supplierId", supplierId, words);
  return words.locale === "fr"
    ? `la demande de justificatifs (${supplier})`
    : `the request for proofs (${supplier})`;
}

function lotNameOf({ contract, lot }: Values, words: AuditWords): string {
  const name = [contract, lot].filter((part) => typeof part === "string").join(", ");
  return words.locale === "fr" ? `le marché ${name}` : `the contract ${name}`;
}

function accountName(id: string, words: AuditWords): string {
  const name = nameOf(id, words);
  return words.locale === "fr" ? `le compte «\u00A0${name}\u00A0»` : `the account “${name}”`;
}

/** Of an account, what these actions touch. */
const ACCOUNT_PARTS: Readonly<Record<string, Translated>> = {
  "password-reset": { fr: "le mot de passe", en: "the password" },
  "two-step-reset": {
    fr: "la double validation et les clés d'accès",
    en: "the two-step sign-in and passkeys",
  },
};

function partName(part: Translated, id: string, words: AuditWords): string {
  const name = nameOf(id, words);
  return words.locale === "fr"
    ? `${part.fr} du compte «\u00A0${name}\u00A0»`
    : `${part.en} of the account “${name}”`;
}

function targetName({ indicator, year }: Values, words: AuditWords): string {
  const target = `${text("indicator", indicator, words)} ${text("year", year, words)}`;
  return words.locale === "fr" ? `l'objectif ${target}` : `the target ${target}`;
}

function definitionName({ validFrom }: Values, words: AuditWords): string {
  const date = text("validFrom", validFrom, words);
  return words.locale === "fr"
    ? `la définition de «\u00A0local\u00A0» du ${date}`
    : `the definition of “local” from ${date}`;
}

function grantName({ role, userId, scopeKind, scopeId }: Values, words: AuditWords): string {
  const french = words.locale === "fr";
  const person = text("userId", userId, words);
  const place =
    scopeKind === "organisation" ? text("scopeKind", scopeKind, words) : text("scopeId", scopeId, words);
  const right = text("role", role, words);
  return french
    ? `le droit «\u00A0${right}\u00A0» (${person}, ${place})`
    : `the right “${right}” (${person}, ${place})`;
}

function text(key: string, value: unknown, words: AuditWords): string {
  return auditValueText(value, { kind: FIELDS[key]?.kind ?? "text" }, words);
}
