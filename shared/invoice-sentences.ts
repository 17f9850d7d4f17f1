import { isIsoDate } from "./calendar.ts";
import { formatDateShort } from "./format/dates.ts";
import { formatEuros } from "./format/money.ts";
import type { InvoiceIssue, InvoiceIssueCode } from "./invoice-issues.ts";
import type { InvoiceRefusalCode } from "./invoices.ts";
import type { Locale, Translated } from "./locales.ts";

/** What an issue says: what is wrong, then what to do. Without the line, which stands beside it. */
export function invoiceIssueSentence(issue: InvoiceIssue, locale: Locale): string {
  return ISSUES[issue.code][locale](facts(issue, locale));
}

/** Why a file is no readable invoice, and what to do with it. */
export function invoiceRefusalSentence(code: InvoiceRefusalCode, locale: Locale): string {
  return REFUSALS[code][locale];
}

/** What the sentences are made of; amounts when the issue is about one. */
interface Facts {
  value: string;
  expected: string;
  difference: string;
}

type Sentence = Readonly<Record<Locale, (facts: Facts) => string>>;

function facts({ code, value, expected, differenceCents }: InvoiceIssue, locale: Locale): Facts {
  const show = (text: string | null): string =>
    text === null ? "" : code === "LINE_ID_TWICE" ? text : readable(text, locale);
  if (differenceCents === null) return { value: show(value), expected: show(expected), difference: "" };
  return {
    value: formatEuros(Number(value), locale),
    expected: formatEuros(Number(expected), locale),
    difference: formatEuros(differenceCents, locale),
  };
}

/** A day or a decimal number as people of the language write it; anything else as it stands. */
function readable(text: string, locale: Locale): string {
  if (isIsoDate(text)) return formatDateShort(text, locale);
  return locale === "fr" && /^-?\d+\.\d+$/.test(text) ? text.replace(".", ",") : text;
}

const ISSUES: Readonly<Record<InvoiceIssueCode, Sentence>> = {
  NUMBER_MISSING: {
    fr: () => "La facture n'a pas de numéro. Demandez-la à nouveau au fournisseur, ou saisissez son numéro.",
    en: () => "The invoice has no number. Ask the supplier for it again, or enter its number.",
  },
  DATE_MISSING: {
    fr: () => "La facture n'a pas de date. Saisissez celle du document.",
    en: () => "The invoice has no date. Enter the one on the document.",
  },
  DATE_IMPOSSIBLE: {
    fr: ({ value }) => `«\u00A0${value}\u00A0» n'est pas un jour du calendrier. Vérifiez la date.`,
    en: ({ value }) => `“${value}” is not a day of the calendar. Check the date.`,
  },
  DATE_ORDER: {
    fr: ({ value, expected }) => `Le ${value} vient avant le ${expected}. Vérifiez les dates.`,
    en: ({ value, expected }) => `${value} comes before ${expected}. Check the dates.`,
  },
  SELLER_MISSING: {
    fr: () => "Le fournisseur n'est pas nommé. Choisissez-le.",
    en: () => "The supplier is not named. Choose it.",
  },
  SELLER_UNIDENTIFIED: {
    fr: ({ value }) => `${value} n'a ni SIREN ni numéro de TVA. Vérifiez que c'est le bon fournisseur.`,
    en: ({ value }) => `${value} has neither SIREN nor VAT number. Check that it is the right supplier.`,
  },
  BUYER_MISSING: {
    fr: () => "Le client n'est pas nommé. Vérifiez que la facture est bien la vôtre.",
    en: () => "The buyer is not named. Check that the invoice is yours.",
  },
  PARTY_KEY: {
    fr: ({ value }) => `La clé du numéro ${value} est fausse. Il n'est pas utilisé.`,
    en: ({ value }) => `The check digit of ${value} is wrong. It is not used.`,
  },
  CURRENCY_MISSING: {
    fr: () => "La monnaie n'est pas dite. Les montants sont lus en euros.",
    en: () => "The currency is not said. Amounts are read in euros.",
  },
  CURRENCY_FOREIGN: {
    fr: ({ value }) => `Les montants sont en ${value}, pas en euros. Convertissez-les avant d'enregistrer.`,
    en: ({ value }) => `Amounts are in ${value}, not in euros. Convert them before saving.`,
  },
  TYPE_UNKNOWN: {
    fr: ({ value }) => `Le type de document ${value} est inconnu. Il est lu comme une facture.`,
    en: ({ value }) => `The document type ${value} is unknown. It is read as an invoice.`,
  },
  CREDIT_SIGN: {
    fr: () => "Cet avoir a des montants négatifs. Vérifiez qu'il diminue bien vos achats.",
    en: () => "This credit note has negative amounts. Check that it does lower your purchases.",
  },
  VALUE_NUMBER: {
    fr: ({ value }) => `«\u00A0${value}\u00A0» n'est pas un nombre. Saisissez la valeur du document.`,
    en: ({ value }) => `“${value}” is not a number. Enter the value of the document.`,
  },
  VALUE_FORMAT: {
    fr: ({ value, expected }) => `«\u00A0${value}\u00A0» est lu ${expected}. Vérifiez cette valeur.`,
    en: ({ value, expected }) => `“${value}” is read ${expected}. Check this value.`,
  },
  VALUE_ROUNDED: {
    fr: ({ value }) => `Le montant ${value} est arrondi au centime.`,
    en: ({ value }) => `The amount ${value} is rounded to the cent.`,
  },
  NO_LINES: {
    fr: () =>
      "La facture ne contient que ses totaux\u00A0: tout ira dans la famille choisie. Pour compter chaque article, saisissez plutôt ses lignes dans une commande.",
    en: () =>
      "The invoice holds its totals only: all goes into the family chosen. To count each article, enter its lines in an order instead.",
  },
  LINES_SUM: {
    fr: ({ value, expected, difference }) =>
      `Les lignes font ${expected}, le total annoncé est ${value}\u00A0: écart de ${difference}. Vérifiez les lignes avant d'enregistrer.`,
    en: ({ value, expected, difference }) =>
      `The lines add up to ${expected}, the declared total is ${value}: a difference of ${difference}. Check the lines before saving.`,
  },
  LINE_NET: {
    fr: ({ value, expected, difference }) =>
      `Quantité et prix font ${expected}, la ligne annonce ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `Quantity and price make ${expected}, the line says ${value}: a difference of ${difference}.`,
  },
  LINE_AMOUNT_MISSING: {
    fr: () => "La ligne n'a pas de montant. Saisissez-le.",
    en: () => "The line has no amount. Enter it.",
  },
  LINE_NEGATIVE: {
    fr: () => "Le montant va dans l'autre sens que le document\u00A0: retour ou remise. Vérifiez-le.",
    en: () => "The amount goes against the document: a return or a discount. Check it.",
  },
  LINE_ZERO: {
    fr: () => "Le montant est nul\u00A0: article gratuit ou simple mention.",
    en: () => "The amount is zero: a free article or a mere remark.",
  },
  LINE_ID_MISSING: {
    fr: () => "La ligne n'a pas de numéro.",
    en: () => "The line has no number.",
  },
  LINE_ID_TWICE: {
    fr: ({ value }) => `Le numéro de ligne ${value} sert déjà. Vérifiez qu'aucune ligne n'est en double.`,
    en: ({ value }) => `The line number ${value} is used already. Check that no line stands twice.`,
  },
  LINE_NAME_MISSING: {
    fr: () => "L'article n'est pas nommé. Nommez-le.",
    en: () => "The article has no name. Name it.",
  },
  LINE_QUANTITY_MISSING: {
    fr: () => "La quantité manque. Saisissez-la pour connaître le poids.",
    en: () => "The quantity is missing. Enter it to know the weight.",
  },
  LINE_PRICE_NEGATIVE: {
    fr: ({ value }) => `Le prix ${value} est négatif. Vérifiez la ligne.`,
    en: ({ value }) => `The price ${value} is negative. Check the line.`,
  },
  UNIT_UNKNOWN: {
    fr: ({ value }) => `L'unité ${value} est inconnue. Choisissez la bonne.`,
    en: ({ value }) => `The unit ${value} is unknown. Choose the right one.`,
  },
  UNIT_MISSING: {
    fr: () => "L'unité de la quantité manque. Choisissez-la.",
    en: () => "The unit of the quantity is missing. Choose it.",
  },
  GTIN_KEY: {
    fr: ({ value }) => `La clé du code-barres ${value} est fausse. Il n'est pas utilisé.`,
    en: ({ value }) => `The check digit of the barcode ${value} is wrong. It is not used.`,
  },
  COUNTRY_UNKNOWN: {
    fr: ({ value }) => `Le pays «\u00A0${value}\u00A0» n'est pas reconnu. Choisissez l'origine.`,
    en: ({ value }) => `The country “${value}” is not recognised. Choose the origin.`,
  },
  ALLOWANCES_SUM: {
    fr: ({ value, expected, difference }) =>
      `Les remises font ${expected}, leur total annoncé est ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `Allowances add up to ${expected}, their declared total is ${value}: a difference of ${difference}.`,
  },
  CHARGES_SUM: {
    fr: ({ value, expected, difference }) =>
      `Les frais font ${expected}, leur total annoncé est ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `Charges add up to ${expected}, their declared total is ${value}: a difference of ${difference}.`,
  },
  TOTAL_EXCLUSIVE: {
    fr: ({ value, expected, difference }) =>
      `Lignes, remises et frais font ${expected} HT, le total HT annoncé est ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `Lines, allowances and charges make ${expected} excl. VAT, the declared total is ${value}: a difference of ${difference}.`,
  },
  TOTAL_INCLUSIVE: {
    fr: ({ value, expected, difference }) =>
      `Le total HT et la TVA font ${expected}, le total TTC annoncé est ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `The total excl. VAT and the VAT make ${expected}, the declared total incl. VAT is ${value}: a difference of ${difference}.`,
  },
  TOTAL_PAYABLE: {
    fr: ({ value, expected, difference }) =>
      `Le reste à payer devrait être ${expected}, il est annoncé ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `The amount to pay should be ${expected}, it is said to be ${value}: a difference of ${difference}.`,
  },
  TOTAL_MISSING: {
    fr: () => "La facture n'annonce aucun total HT. Comparez la somme des lignes au document.",
    en: () => "The invoice declares no total excl. VAT. Compare the sum of the lines with the document.",
  },
  TAX_SUM: {
    fr: ({ value, expected, difference }) =>
      `La TVA par taux fait ${expected}, la TVA annoncée est ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `VAT by rate adds up to ${expected}, the declared VAT is ${value}: a difference of ${difference}.`,
  },
  TAX_BASE: {
    fr: ({ value, expected, difference }) =>
      `Les lignes de ce taux font ${expected}, la base annoncée est ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `The lines of this rate add up to ${expected}, the declared base is ${value}: a difference of ${difference}.`,
  },
  TAX_AMOUNT: {
    fr: ({ value, expected, difference }) =>
      `La TVA de ce taux devrait être ${expected}, elle est annoncée ${value}\u00A0: écart de ${difference}.`,
    en: ({ value, expected, difference }) =>
      `The VAT of this rate should be ${expected}, it is said to be ${value}: a difference of ${difference}.`,
  },
  TAX_RATE: {
    fr: ({ value }) => `Le taux de TVA ${value} de la ligne n'est pas dans le récapitulatif. Vérifiez-le.`,
    en: ({ value }) => `The VAT rate ${value} of the line is not in the breakdown. Check it.`,
  },
  TAX_CATEGORY: {
    fr: ({ value }) => `La catégorie de TVA ${value} est inconnue.`,
    en: ({ value }) => `The VAT category ${value} is unknown.`,
  },
  TEXT_SHORTENED: {
    fr: ({ value }) => `Un texte de ${value} caractères est raccourci.`,
    en: ({ value }) => `A text of ${value} characters is shortened.`,
  },
  ENCODING_MENDED: {
    fr: ({ value }) => `Le fichier n'est pas dans l'encodage qu'il annonce. Il est lu en ${value}.`,
    en: ({ value }) => `The file is not in the encoding it declares. It is read as ${value}.`,
  },
  PDF_SEVERAL: {
    fr: ({ value }) =>
      `Le PDF contient ${value} factures. La première est lue\u00A0: vérifiez que c'est la bonne.`,
    en: ({ value }) => `The PDF holds ${value} invoices. The first is read: check that it is the right one.`,
  },
};

const REFUSALS: Readonly<Record<InvoiceRefusalCode, Translated>> = {
  INVOICE_EMPTY: {
    fr: "Le fichier est vide. Choisissez celui de la facture.",
    en: "The file is empty. Choose the one of the invoice.",
  },
  INVOICE_TOO_LARGE: {
    fr: "Le fichier dépasse 20\u00A0Mo. Demandez au fournisseur un fichier plus léger.",
    en: "The file is above 20 MB. Ask the supplier for a lighter one.",
  },
  INVOICE_TYPE: {
    fr: "Ce fichier n'est ni un PDF ni un XML. Une facture électronique est l'un des deux.",
    en: "This file is neither a PDF nor XML. An electronic invoice is one of the two.",
  },
  INVOICE_NOT_INVOICE: {
    fr: "Ce XML n'est pas une facture (UBL, CII ou Factur-X). Vérifiez que c'est le bon fichier.",
    en: "This XML is no invoice (UBL, CII or Factur-X). Check that it is the right file.",
  },
  INVOICE_XML: {
    fr: "Le XML est abîmé ou incomplet. Téléchargez la facture à nouveau.",
    en: "The XML is damaged or cut off. Download the invoice again.",
  },
  INVOICE_DOCTYPE: {
    fr: "Le XML contient un DOCTYPE, interdit dans une facture. Demandez-la à nouveau au fournisseur.",
    en: "The XML has a DOCTYPE, which no invoice may have. Ask the supplier for it again.",
  },
  INVOICE_ENCODING: {
    fr: "L'encodage du XML n'est pas lisible. Demandez la facture en UTF-8.",
    en: "The encoding of the XML cannot be read. Ask for the invoice in UTF-8.",
  },
  INVOICE_LIMITS: {
    fr: "Le contenu du fichier est trop volumineux pour une facture. Il n'a pas été lu.",
    en: "The content of the file is too large for an invoice. It was not read.",
  },
  INVOICE_TIME: {
    fr: "Le fichier n'a pas pu être lu en 30 secondes. Demandez la facture en XML.",
    en: "The file could not be read in 30 seconds. Ask for the invoice as XML.",
  },
  INVOICE_PDF_NO_DATA: {
    fr: "PDF sans données\u00A0: à joindre comme justificatif, les lignes sont à saisir à côté.",
    en: "PDF without data: attach it as a proof, and enter the lines beside it.",
  },
  INVOICE_PDF_ENCRYPTED: {
    fr: "Ce PDF est protégé par un mot de passe. Demandez-le sans protection.",
    en: "This PDF is protected by a password. Ask for it without protection.",
  },
  INVOICE_PDF_UNREADABLE: {
    fr: "Le PDF est abîmé ou incomplet. Téléchargez-le à nouveau.",
    en: "The PDF is damaged or cut off. Download it again.",
  },
};
