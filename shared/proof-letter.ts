import type { Certificate } from "./certificates.ts";
import { SCHEME_LABELS } from "./certificates.ts";
import type { IsoDate, Scheme } from "./facts.ts";
import { formatDateLong, formatDateShort } from "./format/dates.ts";
import { ruleSetOn } from "./law/rule-sets.ts";

/** A proof that a letter asks for. `certificate` null: none was ever on file. */
export interface AskedInLetter {
  scheme: Scheme;
  certificate: Pick<Certificate, "number" | "validTo"> | null;
  /** What is bought under it, most important first. */
  articles: readonly string[];
}

export interface LetterInput {
  supplierName: string;
  proofs: readonly AskedInLetter[];
  today: IsoDate;
  /** Who signs; each null when not known. */
  signer: string;
  canteenName: string | null;
  organisationName: string | null;
}

/** Most articles named under one proof: the letter stays on one sheet. */
const NAMED = 6;

/** Subject of the letter and of its e-mail. */
export const LETTER_SUBJECT = "Vos justificatifs de qualité et de bio";

/** A letter in French, whatever the reader's language: suppliers read French. It is meant to be changed by hand. */
export function proofLetter(given: LetterInput): string {
  const { supplierName, proofs, today, signer, canteenName, organisationName } = given;
  const several = proofs.length > 1;
  return [
    lines([canteenName, organisationName]),
    lines([`À l'attention de ${supplierName}`, `Le ${formatDateLong(today, "fr")}`]),
    `Objet\u00A0: ${several ? "vos justificatifs" : "votre justificatif"} de qualité et de bio`,
    "Madame, Monsieur,",
    `Nous achetons vos produits pour la restauration collective. Pour qu'ils comptent dans les achats durables et de qualité que la loi nous demande, chaque livraison doit être couverte par un justificatif en cours de validité. Il nous manque, ou il nous manquera bientôt\u00A0:`,
    proofs.map((proof) => askedText(proof, today)).join("\n"),
    "Pouvez-vous nous envoyer le document en vigueur (PDF ou photo)\u202F? Il doit porter son numéro, ses dates de validité, l'organisme certificateur et les produits ou familles de produits couverts.",
    "Les produits livrés sans justificatif valable à leur date ne sont pas comptés\u202F; ils le seront dès que nous l'aurons reçu, à partir de sa date de validité.",
    "Avec nos remerciements,",
    lines([signer, canteenName]),
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("\n");
}

function askedText({ scheme, certificate, articles }: AskedInLetter, today: IsoDate): string {
  const named = articles.slice(0, NAMED).join(", ");
  const others = articles.length > NAMED ? ", et d'autres" : "";
  return [
    `- ${SCHEME_LABELS[scheme].fr}\u00A0: ${stateText(scheme, certificate, today)}`,
    ...(articles.length === 0 ? [] : [`  Produits concernés\u00A0: ${named}${others}.`]),
  ].join("\n");
}

function stateText(scheme: Scheme, certificate: AskedInLetter["certificate"], today: IsoDate): string {
  if (certificate === null) return "aucun certificat reçu.";
  const { number, validTo } = certificate;
  if (validTo === null) return `certificat ${number}.`;
  const end = formatDateShort(validTo, "fr");
  const text =
    validTo < today
      ? `certificat ${number}, terminé le ${end}`
      : `certificat ${number}, valable jusqu'au ${end}`;
  const { ce2LastDay } = ruleSetOn(today);
  return scheme === "CE2" && validTo >= ce2LastDay
    ? `${text}. Le niveau 2 ne compte plus après le ${formatDateShort(ce2LastDay, "fr")}\u00A0: il nous faut ensuite le niveau 3 (HVE).`
    : `${text}.`;
}
