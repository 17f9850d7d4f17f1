import type { Decimal } from "../../../shared/decimals.ts";
import { formatDateShort } from "../../../shared/format/dates.ts";
import { formatEuros } from "../../../shared/format/money.ts";
import { invoiceIssueSentence } from "../../../shared/invoice-sentences.ts";
import { readInvoiceUnit } from "../../../shared/invoice-units.ts";
import type {
  Invoice,
  InvoiceAdjustment,
  InvoiceLine,
  InvoiceParty,
  InvoiceTotals,
} from "../../../shared/invoices.ts";
import { UNIT_LABELS, UNIT_SHORT_LABELS } from "../../../shared/quantity.ts";
import type { CommandCall } from "../command.ts";

/** Issues printed as text; JSON has them all. */
const PRINTED_ISSUES = 30;
const NAME_WIDTH = 44;

/** An invoice as a person reads it; a credit note's amounts are negative. */
export function printInvoice(call: CommandCall, { file, invoice }: { file: string; invoice: Invoice }): void {
  call.print(`${file}`);
  for (const line of [
    ...headText(invoice),
    ...linesText(invoice),
    ...adjustmentsText(invoice),
    ...totalsText(invoice.totals),
    ...issuesText(invoice),
  ])
    call.print(`  ${line}`);
  call.print("");
}

function headText(invoice: Invoice): string[] {
  const kind = invoice.kind === "CREDIT_NOTE" ? "Avoir" : "Facture";
  const date = invoice.date === null ? "sans date" : `du ${formatDateShort(invoice.date, "fr")}`;
  const form = [invoice.syntax, invoice.profile].filter((part) => part !== null).join(", ");
  return [
    `${kind} ${invoice.number ?? "sans numéro"} ${date} (${form}, type ${invoice.type ?? "absent"}, ${invoice.currency ?? "monnaie absente"})`,
    `Fournisseur : ${partyText(invoice.seller)}`,
    `Client : ${partyText(invoice.buyer)}`,
    ...referencesText(invoice),
  ];
}

function referencesText({ orderReference, deliveredOn, dueOn, precedingInvoices }: Invoice): string[] {
  const parts = [
    orderReference && `commande ${orderReference}`,
    deliveredOn && `livrée le ${formatDateShort(deliveredOn, "fr")}`,
    dueOn && `à payer le ${formatDateShort(dueOn, "fr")}`,
    precedingInvoices.length > 0 &&
      `se rapporte à ${precedingInvoices.map(({ number }) => number).join(", ")}`,
  ].filter((part) => typeof part === "string" && part !== "");
  return parts.length === 0 ? [] : [`Références : ${parts.join(", ")}`];
}

function adjustmentsText({ allowances, charges }: Invoice): string[] {
  const text = (kind: string, { reason, cents: amount }: InvoiceAdjustment): string =>
    `${kind.padEnd(6)} ${(reason ?? "").slice(0, NAME_WIDTH).padEnd(NAME_WIDTH)} ${cents(amount).padStart(48)}`;
  return [
    ...allowances.map((one) => text("remise", { ...one, cents: -one.cents || 0 })),
    ...charges.map((one) => text("frais", one)),
  ];
}

function partyText({ name, siret, siren, vat }: InvoiceParty): string {
  const number = siret === null ? siren && `SIREN ${siren}` : `SIRET ${siret}`;
  return [name ?? "non nommé", number, vat && `TVA ${vat}`].filter((part) => part !== null).join(", ");
}

function linesText({ lines }: Invoice): string[] {
  return lines.map((line) =>
    [
      line.id.slice(0, 6).padEnd(6),
      nameText(line).slice(0, NAME_WIDTH).padEnd(NAME_WIDTH),
      quantityText(line).padStart(18),
      priceText(line).padStart(14),
      cents(line.netCents).padStart(14),
      `${decimalText(line.vatRate)} %`.padStart(7),
    ].join(" "),
  );
}

function nameText({ name, fromTotals, vatRate }: InvoiceLine): string {
  return name ?? (fromTotals ? `Total au taux de ${decimalText(vatRate)} %` : "sans nom");
}

function quantityText({ quantity, unit }: InvoiceLine): string {
  return `${decimalText(quantity)} ${unit === null ? "" : unitText(unit)}`;
}

/** « kg » for what the product measures in, else what the code means, else the code. */
function unitText(code: string): string {
  const read = readInvoiceUnit(code);
  if (read === null) return code;
  const isMeasure = read.unit !== null && UNIT_LABELS[read.unit].fr === read.label.fr;
  return isMeasure && read.unit !== null ? UNIT_SHORT_LABELS[read.unit].fr : read.label.fr;
}

function priceText({ unitPrice, priceBaseQuantity }: InvoiceLine): string {
  return decimalText(unitPrice) + (priceBaseQuantity === "1" ? "" : ` / ${decimalText(priceBaseQuantity)}`);
}

function decimalText(decimal: Decimal | null): string {
  return decimal === null ? "–" : decimal.replace(".", ",");
}

function cents(value: number | null): string {
  return value === null ? "–" : formatEuros(value, "fr");
}

const TOTAL_LABELS: Readonly<Record<keyof InvoiceTotals, string>> = {
  linesCents: "Somme des lignes",
  allowancesCents: "Remises",
  chargesCents: "Frais",
  taxExclusiveCents: "Total HT",
  taxCents: "TVA",
  taxInclusiveCents: "Total TTC",
  prepaidCents: "Déjà payé",
  roundingCents: "Arrondi",
  payableCents: "À payer",
};

function totalsText(totals: InvoiceTotals): string[] {
  const names = Object.keys(TOTAL_LABELS) as (keyof InvoiceTotals)[];
  return names
    .filter((name) => totals[name] !== null)
    .map((name) => `${TOTAL_LABELS[name].padEnd(20)} ${cents(totals[name]).padStart(14)}`);
}

function issuesText({ issues }: Invoice): string[] {
  const shown = issues.slice(0, PRINTED_ISSUES).map((issue) => {
    const mark = issue.severity === "blocking" ? "à vérifier" : "à noter";
    const where = issue.line === null ? "" : `, ligne ${issue.line}`;
    return `${mark}${where} : ${invoiceIssueSentence(issue, "fr")} (${issue.code})`;
  });
  const more = issues.length - shown.length;
  return more > 0 ? [...shown, `et ${more} autres remarques (voir --json)`] : shown;
}
