import type { InvoiceCase, Syntax } from "./case.ts";
import { EN16931, food, SELLER, specCase } from "./case.ts";
import type { Spec } from "./spec.ts";

/** BT-24 of each profile, with its short name. */
const GUIDELINES: readonly (readonly [name: string, syntax: Syntax, guideline: string, profile: string])[] = [
  ["ubl-en16931", "ubl", EN16931, "EN 16931"],
  ["ubl-xrechnung", "ubl", `${EN16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`, "XRECHNUNG"],
  ["ubl-peppol", "ubl", `${EN16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0`, "PEPPOL"],
  ["ubl-ctc-fr", "ubl", `${EN16931}#compliant#urn:cpro.gouv.fr:1p0:cius`, "CTC FR"],
  [
    "ubl-extended-ctc-fr",
    "ubl",
    `${EN16931}#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr`,
    "EXTENDED CTC FR",
  ],
  ["cii-en16931", "cii", EN16931, "EN 16931"],
  ["cii-basic", "cii", `${EN16931}#compliant#urn:factur-x.eu:1p0:basic`, "BASIC"],
  ["cii-extended", "cii", `${EN16931}#conformant#urn:factur-x.eu:1p0:extended`, "EXTENDED"],
  ["cii-xrechnung", "cii", `${EN16931}#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3`, "XRECHNUNG"],
  ["cii-zugferd-2", "cii", "urn:zugferd.de:2p0:extended", "EXTENDED"],
  ["zugferd1-basic", "zugferd1", "urn:ferd:CrossIndustryDocument:invoice:1p0:basic", "BASIC"],
  ["zugferd1-comfort", "zugferd1", "urn:ferd:CrossIndustryDocument:invoice:1p0:comfort", "COMFORT"],
  ["zugferd1-extended", "zugferd1", "urn:ferd:CrossIndustryDocument:invoice:1p0:extended", "EXTENDED"],
  ["cii-other-guideline", "cii", "urn:example:our-own", ""],
];

const credit = {
  number: "A2026-0009",
  type: "381",
  preceding: [{ number: "F2026-0117", date: "2026-10-05" }],
};

/** Every field of INTEROP section 3 at once. */
export function everyField(): Spec {
  return food(
    {
      due: "2026-11-04",
      delivered: "2026-10-03",
      period: { start: "2026-10-01", end: "2026-10-31" },
      order: "BC-2026-88",
      salesOrder: "CV-554",
      buyerReference: "SERVICE-12",
      contract: "MARCHE-2025-07",
      despatch: "BL-3301",
      preceding: [{ number: "F2026-0101", date: "2026-09-20" }, { number: "F2026-0102" }],
      notes: ["Livraison avant 8 h", "Escompte : néant"],
      seller: { ...SELLER, tradingName: "La Lys", ids: [{ scheme: "0088", value: "3012345000008" }] },
      deliverTo: {
        name: "Cuisine du collège",
        legalId: { scheme: "0009", value: "90000002700012" },
        street: "3 place du Marché",
        postcode: "62000",
        city: "Arras",
        country: "FR",
      },
      lines: [
        {
          id: "10",
          name: "Pommes Reinette",
          description: "Calibre 70/80, récolte 2026",
          note: "Bon de commande ligne 3",
          quantity: "12.5",
          unit: "KGM",
          price: "180.00",
          base: "100",
          gross: "200.00",
          discount: "20.00",
          net: "21.50",
          category: "S",
          rate: "5.5",
          origin: "FR",
          sellerItemId: "POM-REI",
          buyerItemId: "C-778",
          gtin: "3760000000024",
          classification: [{ code: "15131500", scheme: "TST" }],
          attributes: [
            { name: "Mode de production", value: "Agriculture biologique" },
            { name: "Calibre", value: "70/80" },
          ],
          allowances: [
            { amount: "2.00", base: "22.50", percent: "8.89", reason: "Remise fidélité", reasonCode: "95" },
          ],
          charges: [{ amount: "1.00", reason: "Tri" }],
          orderLine: "3",
          period: { start: "2026-10-01", end: "2026-10-15" },
          lot: "L2026-41",
        },
        {
          id: "20",
          name: "Chocolat noir",
          quantity: "3",
          unit: "XBX",
          price: "14.90",
          net: "44.70",
          category: "S",
          rate: "20",
        },
      ],
      allowances: [
        {
          amount: "5.00",
          base: "50.00",
          percent: "10",
          reason: "Remise de fin d'année",
          reasonCode: "95",
          category: "S",
          rate: "5.5",
        },
      ],
      charges: [{ amount: "8.00", reason: "Transport", reasonCode: "FC", category: "S", rate: "20" }],
    },
    { prepaid: 1000, rounding: 2 },
  );
}

/** Every syntax and profile without a fault, then invoices and credit notes as their types are written. */
export function plainCases(): InvoiceCase[] {
  return [
    ...GUIDELINES.map(([name, syntax, guideline, profile]) =>
      specCase(name, syntax, food({ guideline }), { expected: { profile: profile === "" ? null : profile } }),
    ),
    specCase("ubl-every-field", "ubl", everyField()),
    specCase("cii-every-field", "cii", everyField()),
    specCase("zugferd1-every-field", "zugferd1", everyField()),
    ...totalsOnly(),
    ...creditNotes(),
  ];
}

/** MINIMUM and BASIC WL: the XML of a whole invoice without its lines (and, for MINIMUM, without VAT by rate). */
function totalsOnly(): InvoiceCase[] {
  const withoutLines = (xml: string): string =>
    xml.replaceAll(/<ram:IncludedSupplyChainTradeLineItem>.*?<\/ram:IncludedSupplyChainTradeLineItem>/gs, "");
  const withoutTaxes = (xml: string): string =>
    xml.replaceAll(/<ram:ApplicableTradeTax>.*?<\/ram:ApplicableTradeTax>/gs, "");
  const lineOf = (id: string, netCents: number, vatRate: number | null): object => ({
    id,
    name: null,
    quantity: null,
    netCents,
    vatRate,
    fromTotals: true,
  });
  const twoRates = food({
    guideline: "urn:factur-x.eu:1p0:basicwl",
    lines: [
      {
        id: "1",
        name: "Pain",
        quantity: "10",
        unit: "C62",
        price: "1.00",
        net: "10.00",
        category: "S",
        rate: "5.5",
      },
      {
        id: "2",
        name: "Bière",
        quantity: "2",
        unit: "LTR",
        price: "3.00",
        net: "6.00",
        category: "S",
        rate: "20",
      },
    ],
  });
  // The base of the rate is 52.60 - 5.00 + 2.00: the lines that are left out added up to 52.60.
  const adjusted = food({
    guideline: "urn:factur-x.eu:1p0:basicwl",
    allowances: [{ amount: "5.00", reason: "Remise", category: "S", rate: "5.5" }],
    charges: [{ amount: "2.00", reason: "Transport", category: "S", rate: "5.5" }],
  });
  // Two categories at 0 %: the charge is in the base of its own, whose lines added up to nothing.
  const twice = food({
    guideline: "urn:factur-x.eu:1p0:basicwl",
    lines: [
      {
        id: "1",
        name: "Débours",
        quantity: "1",
        unit: "C62",
        price: "60.00",
        net: "60.00",
        category: "E",
        rate: "0",
      },
    ],
    charges: [{ amount: "2.00", reason: "Transport", category: "K", rate: "0" }],
  });
  return [
    specCase("cii-basic-wl-two-categories-at-0", "cii", twice, {
      change: withoutLines,
      expected: { profile: "BASIC WL", lines: [{ ...lineOf("1", 6000, 0), vatCategory: "E" }] },
      issues: ["NO_LINES lines"],
    }),
    specCase("cii-minimum", "cii", food({ guideline: "urn:factur-x.eu:1p0:minimum" }), {
      change: (xml) =>
        withoutTaxes(withoutLines(xml)).replace(/<ram:LineTotalAmount>[^<]*<\/ram:LineTotalAmount>/, ""),
      expected: {
        profile: "MINIMUM",
        lines: [lineOf("1", 5260, null)],
        taxes: [],
        totals: {
          linesCents: null,
          taxExclusiveCents: 5260,
          taxCents: 289,
          taxInclusiveCents: 5549,
          payableCents: 5549,
        },
      },
      issues: ["NO_LINES lines"],
    }),
    // MINIMUM cannot say what was paid before: a payable amount below the total is no fault.
    specCase("cii-minimum-paid-in-part", "cii", food({ guideline: "urn:factur-x.eu:1p0:minimum" }), {
      change: (xml) =>
        withoutTaxes(withoutLines(xml))
          .replace(/<ram:LineTotalAmount>[^<]*<\/ram:LineTotalAmount>/, "")
          .replace("<ram:DuePayableAmount>55.49<", "<ram:DuePayableAmount>35.49<"),
      expected: {
        profile: "MINIMUM",
        lines: [lineOf("1", 5260, null)],
        taxes: [],
        totals: { linesCents: null, taxExclusiveCents: 5260, taxInclusiveCents: 5549, payableCents: 3549 },
      },
      issues: ["NO_LINES lines"],
    }),
    specCase("cii-basic-wl", "cii", twoRates, {
      change: withoutLines,
      expected: { profile: "BASIC WL", lines: [lineOf("1", 1000, 5.5), lineOf("2", 600, 20)] },
      issues: ["NO_LINES lines"],
    }),
    specCase("cii-basic-wl-allowance-and-charge", "cii", adjusted, {
      change: withoutLines,
      expected: { profile: "BASIC WL", lines: [lineOf("1", 5260, 5.5)] },
      issues: ["NO_LINES lines"],
    }),
  ];
}

/** The amounts of the expected reading are those of the file; `writtenSign` times them is what purchases change by. */
function creditNotes(): InvoiceCase[] {
  const negative = food({
    number: "A2026-0010",
    lines: [
      {
        id: "1",
        name: "Reprise carottes",
        quantity: "-10",
        unit: "KGM",
        price: "2.50",
        net: "-25.00",
        category: "S",
        rate: "5.5",
      },
    ],
  });
  const lowers = { kind: "CREDIT_NOTE", writtenSign: -1 };
  return [
    specCase("ubl-credit-note", "ubl", food({ ...credit, creditRoot: true, due: "2026-11-05" }), {
      expected: lowers,
    }),
    specCase("ubl-invoice-381", "ubl", food(credit), { expected: lowers }),
    specCase("cii-381-positive", "cii", food(credit), { expected: lowers }),
    specCase("zugferd1-381-positive", "zugferd1", food(credit), { expected: lowers }),
    specCase("ubl-380-negative", "ubl", negative, { expected: { kind: "CREDIT_NOTE", writtenSign: 1 } }),
    specCase("cii-380-negative", "cii", negative, { expected: { kind: "CREDIT_NOTE", writtenSign: 1 } }),
    specCase(
      "cii-381-negative",
      "cii",
      { ...negative, type: "381" },
      {
        expected: { kind: "CREDIT_NOTE", writtenSign: 1 },
        issues: ["CREDIT_SIGN type"],
      },
    ),
    specCase("ubl-384-corrected", "ubl", food({ type: "384" }), {
      expected: { kind: "INVOICE", writtenSign: 1 },
    }),
    specCase("cii-386-prepayment", "cii", food({ type: "386" }), {
      expected: { kind: "INVOICE", writtenSign: 1 },
    }),
  ];
}
