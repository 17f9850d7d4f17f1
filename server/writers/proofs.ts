import { SCHEME_LABELS } from "../../shared/certificates.ts";
import type { Locale } from "../../shared/locales.ts";
import type { ProofUrgency } from "../../shared/proof-list.ts";
import { guardText } from "../../shared/purchase-file/cell-text.ts";
import type { ShownProof } from "../actions/read-proofs.ts";
import { csvRow, eurosCell, SEPARATORS } from "./csv.ts";

const TITLES: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    "fournisseur",
    "justificatif",
    "numéro",
    "valable du",
    "valable jusqu'au",
    "état",
    "compté cette année (€ HT)",
    "non compté cette année (€ HT)",
    "sur un an, estimation (€ HT)",
    "articles",
    "demandé le",
    "reçu le",
  ],
  en: [
    "supplier",
    "proof",
    "number",
    "valid from",
    "valid to",
    "state",
    "counted this year (€ excl. VAT)",
    "not counted this year (€ excl. VAT)",
    "over a year, estimate (€ excl. VAT)",
    "articles",
    "asked on",
    "received on",
  ],
};

const STATES: Readonly<Record<Locale, Readonly<Record<ProofUrgency, string>>>> = {
  fr: { expired: "expiré", expiring: "à renouveler", missing: "sans justificatif", valid: "valable" },
  en: { expired: "expired", expiring: "to renew", missing: "without proof", valid: "valid" },
};

/** The table of proofs, as a spreadsheet set to the language opens it; days are YYYY-MM-DD. */
export function writeProofs(proofs: readonly ShownProof[], locale: Locale): string {
  const rows = proofs.map(({ certificate, asked, ...proof }) =>
    csvRow(
      [
        guardText(proof.holderName),
        SCHEME_LABELS[proof.scheme][locale],
        guardText(certificate?.number ?? ""),
        certificate?.validFrom ?? "",
        certificate?.validTo ?? "",
        STATES[locale][proof.urgency],
        eurosCell(proof.confirmed.cents, locale),
        eurosCell(proof.lost.cents, locale),
        eurosCell(proof.twelveMonths.cents, locale),
        guardText(proof.articles.join(", ")),
        asked?.askedOn ?? "",
        asked?.receivedOn ?? "",
      ],
      SEPARATORS[locale],
    ),
  );
  // The mark makes Excel read UTF-8.
  return `\uFEFF${csvRow(TITLES[locale], SEPARATORS[locale])}${rows.join("")}`;
}
