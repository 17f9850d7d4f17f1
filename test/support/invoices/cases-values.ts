import type { InvoiceCase } from "./case.ts";
import { food, foodLine, specCase } from "./case.ts";

/** Dates, numbers, totals and VAT, right, odd and wrong. */
export function valueCases(): InvoiceCase[] {
  return [...dates(), ...numbers(), ...totals(), ...taxes()];
}

function dates(): InvoiceCase[] {
  return [
    specCase("ubl-date-with-zone", "ubl", food(), {
      change: (xml) => xml.replace(">2026-10-05<", ">2026-10-05+02:00<"),
    }),
    specCase("cii-date-with-time", "cii", food(), {
      change: (xml) => xml.replace('format="102">20261005<', 'format="203">202610051430<'),
    }),
    specCase("cii-date-iso", "cii", food(), {
      change: (xml) => xml.replace(">20261005<", ">2026-10-05T00:00:00<"),
    }),
    specCase("zugferd1-date-plain", "zugferd1", food(), {
      change: (xml) =>
        xml.replace(
          '<udt:DateTimeString format="102">20261005</udt:DateTimeString>',
          "<udt:DateTime>2026-10-05T00:00:00</udt:DateTime>",
        ),
    }),
    specCase("ubl-date-french", "ubl", food(), {
      change: (xml) => xml.replace(">2026-10-05<", ">05/10/2026<"),
      issues: ["VALUE_FORMAT date"],
    }),
    specCase("cii-date-impossible", "cii", food(), {
      change: (xml) => xml.replace(">20261005<", ">20260231<"),
      expected: { date: null },
      issues: ["DATE_IMPOSSIBLE date"],
    }),
    specCase("ubl-date-missing", "ubl", food(), {
      change: (xml) => xml.replace("<cbc:IssueDate>2026-10-05</cbc:IssueDate>", ""),
      expected: { date: null },
      issues: ["DATE_MISSING date"],
    }),
    specCase("ubl-number-missing", "ubl", food(), {
      change: (xml) => xml.replace("<cbc:ID>F2026-0117</cbc:ID>", "<cbc:ID> </cbc:ID>"),
      expected: { number: null },
      issues: ["NUMBER_MISSING number"],
    }),
    specCase("cii-due-before-issue", "cii", food({ due: "2026-09-30" }), { issues: ["DATE_ORDER dueOn"] }),
    specCase("cii-two-due-dates", "cii", food({ due: "2026-11-04" }), {
      change: (xml) =>
        xml.replace(
          "<ram:SpecifiedTradePaymentTerms>",
          '<ram:SpecifiedTradePaymentTerms><ram:Description>Escompte 2 %</ram:Description><ram:DueDateDateTime><udt:DateTimeString format="102">20261015</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradePaymentTerms>',
        ),
    }),
    specCase("ubl-period-backwards", "ubl", food({ period: { start: "2026-10-31", end: "2026-10-01" } }), {
      issues: ["DATE_ORDER period.end"],
    }),
  ];
}

function numbers(): InvoiceCase[] {
  return [
    specCase("cii-many-decimals", "cii", foodLine({ quantity: "10.0000", price: "2.500000" })),
    specCase("ubl-price-of-a-hundred", "ubl", foodLine({ price: "250.00", base: "100" })),
    specCase(
      "cii-tiny-price",
      "cii",
      foodLine({ quantity: "12500", unit: "C62", price: "0.002", net: "25.00" }),
    ),
    specCase("ubl-plus-and-bare-point", "ubl", food(), {
      change: (xml) => xml.replaceAll(">25.00<", ">+25.<").replace(">2.50<", ">02.5<"),
    }),
    specCase("cii-exponent", "cii", food(), {
      change: (xml) => xml.replace(">10</ram:BilledQuantity>", ">1.0E1</ram:BilledQuantity>"),
    }),
    specCase("cii-decimal-comma", "cii", food(), {
      change: (xml) => xml.replace("<ram:ChargeAmount>2.50<", "<ram:ChargeAmount>2,50<"),
      issues: ["VALUE_FORMAT lines[0].unitPrice"],
    }),
    specCase("ubl-thousands-space", "ubl", foodLine({ quantity: "1000", net: "2500.00" }), {
      change: (xml) => xml.replace('unitCode="KGM">1000<', 'unitCode="KGM">1 000,0<'),
      issues: ["VALUE_FORMAT lines[0].quantity"],
    }),
    specCase("ubl-quantity-is-text", "ubl", food(), {
      change: (xml) => xml.replace('unitCode="KGM">10<', 'unitCode="KGM">dix<'),
      expected: { lines: [{ quantity: null, netCents: 2500 }, { netCents: 2760 }] },
      issues: ["LINE_QUANTITY_MISSING lines[0].quantity", "VALUE_NUMBER lines[0].quantity"],
    }),
    specCase("cii-amount-is-text", "cii", food(), {
      change: (xml) => xml.replace("<ram:LineTotalAmount>25.00<", "<ram:LineTotalAmount>n/a<"),
      expected: { lines: [{ netCents: null }, { netCents: 2760 }] },
      issues: [
        "LINES_SUM totals.linesCents",
        "LINE_AMOUNT_MISSING lines[0].netCents",
        "TAX_BASE taxes[0].baseCents",
        "VALUE_NUMBER lines[0].netCents",
      ],
    }),
    specCase("ubl-amounts-of-three-decimals", "ubl", food(), {
      change: (xml) =>
        xml.replace(
          '"EUR">25.00</cbc:LineExtensionAmount><cac:Item>',
          '"EUR">24.995</cbc:LineExtensionAmount><cac:Item>',
        ),
      issues: ["VALUE_ROUNDED lines[0].netCents"],
    }),
    specCase("ubl-huge-amount", "ubl", food(), {
      change: (xml) =>
        xml.replace(">27.60</cbc:LineExtensionAmount>", ">99999999999999999999</cbc:LineExtensionAmount>"),
      expected: { lines: [{ netCents: 2500 }, { netCents: null }] },
      issues: [
        "LINES_SUM totals.linesCents",
        "LINE_AMOUNT_MISSING lines[1].netCents",
        "TAX_BASE taxes[0].baseCents",
        "VALUE_NUMBER lines[1].netCents",
      ],
    }),
  ];
}

function totals(): InvoiceCase[] {
  const { totals: right } = food();
  const wrong = (changes: Partial<typeof right>) => ({ ...food(), totals: { ...right, ...changes } });
  return [
    specCase("cii-prepaid", "cii", food({}, { prepaid: 2000 })),
    specCase("ubl-rounding", "ubl", food({}, { rounding: 1 })),
    specCase(
      "cii-lines-do-not-add-up",
      "cii",
      wrong({ lines: "53.60", exclusive: "53.60", inclusive: "56.49", payable: "56.49" }),
      {
        issues: ["LINES_SUM totals.linesCents"],
      },
    ),
    specCase("ubl-exclusive-wrong", "ubl", wrong({ exclusive: "52.00" }), {
      issues: ["TOTAL_EXCLUSIVE totals.taxExclusiveCents", "TOTAL_INCLUSIVE totals.taxInclusiveCents"],
    }),
    specCase("cii-payable-wrong", "cii", wrong({ payable: "55.00" }), {
      issues: ["TOTAL_PAYABLE totals.payableCents"],
    }),
    specCase("ubl-no-total", "ubl", wrong({ lines: undefined, exclusive: undefined }), {
      issues: ["TOTAL_MISSING totals.taxExclusiveCents"],
    }),
    specCase(
      "cii-allowances-do-not-add-up",
      "cii",
      {
        ...food({ allowances: [{ amount: "2.60", reason: "Remise", category: "S", rate: "5.5" }] }),
        totals: {
          lines: "52.60",
          allowances: "3.60",
          exclusive: "49.00",
          tax: "2.75",
          inclusive: "51.75",
          payable: "51.75",
        },
      },
      { issues: ["ALLOWANCES_SUM totals.allowancesCents"] },
    ),
    specCase(
      "ubl-charge-of-transport",
      "ubl",
      food({
        charges: [{ amount: "7.40", reason: "Transport", reasonCode: "FC", category: "S", rate: "20" }],
      }),
    ),
    specCase(
      "cii-logistics-charge",
      "cii",
      food({ charges: [{ amount: "7.40", reason: "Transport", category: "S", rate: "20" }] }),
      {
        change: (xml) =>
          xml.replace(
            /<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>true.*?<\/ram:SpecifiedTradeAllowanceCharge>/,
            "<ram:SpecifiedLogisticsServiceCharge><ram:Description>Transport</ram:Description><ram:AppliedAmount>7.40</ram:AppliedAmount><ram:AppliedTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:AppliedTradeTax></ram:SpecifiedLogisticsServiceCharge>",
          ),
      },
    ),
  ];
}

function taxes(): InvoiceCase[] {
  const rates = ["2.1", "5.5", "10", "20"].map((rate, index) => ({
    id: String(index + 1),
    name: `Article à ${rate} %`,
    quantity: "3",
    unit: "KGM",
    price: "4.33",
    net: "12.99",
    category: "S",
    rate,
  }));
  const exempt = { ...food().lines[0], category: "E", rate: "0" } as (typeof rates)[number];
  const { taxes: right } = food();
  return [
    specCase("ubl-four-rates", "ubl", food({ lines: rates })),
    specCase("cii-four-rates", "cii", food({ lines: rates })),
    specCase("cii-exempt", "cii", {
      ...food({ lines: [exempt] }),
      taxes: [
        {
          category: "E",
          rate: "0",
          base: "25.00",
          tax: "0.00",
          exemption: "TVA non applicable, art. 293 B du CGI",
        },
      ],
    }),
    specCase("ubl-outside-vat", "ubl", food({ lines: [{ ...exempt, category: "O" }] })),
    specCase(
      "ubl-tax-sum-wrong",
      "ubl",
      { ...food(), totals: { ...food().totals, tax: "3.89", inclusive: "56.49", payable: "56.49" } },
      {
        issues: ["TAX_SUM totals.taxCents"],
      },
    ),
    specCase(
      "cii-tax-amount-wrong",
      "cii",
      {
        ...food(),
        taxes: right.map((tax) => ({ ...tax, tax: "10.52" })),
        totals: { ...food().totals, tax: "10.52", inclusive: "63.12", payable: "63.12" },
      },
      { issues: ["TAX_AMOUNT taxes[0].taxCents"] },
    ),
    specCase(
      "ubl-rate-not-in-breakdown",
      "ubl",
      {
        ...food(),
        taxes: right.map((tax) => ({ ...tax, rate: "10", tax: "5.26" })),
        totals: { ...food().totals, tax: "5.26", inclusive: "57.86", payable: "57.86" },
      },
      {
        issues: ["TAX_BASE taxes[0].baseCents", "TAX_RATE lines[0].vatRate", "TAX_RATE lines[1].vatRate"],
      },
    ),
    specCase("ubl-two-tax-totals", "ubl", food(), {
      change: (xml) =>
        xml.replace(
          "<cac:TaxTotal>",
          '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">31.20</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal>',
        ),
    }),
    specCase("cii-two-tax-totals", "cii", food(), {
      change: (xml) =>
        xml.replace(
          '<ram:TaxTotalAmount currencyID="EUR">',
          '<ram:TaxTotalAmount currencyID="SEK">31.20</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">',
        ),
    }),
    specCase("cii-foreign-currency", "cii", food({ currency: "CHF" }), {
      issues: ["CURRENCY_FOREIGN currency"],
    }),
    specCase("ubl-no-currency", "ubl", food(), {
      change: (xml) => xml.replace("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", ""),
      expected: { currency: null },
      issues: ["CURRENCY_MISSING currency"],
    }),
    specCase("cii-unknown-type", "cii", food({ type: "999" }), { issues: ["TYPE_UNKNOWN type"] }),
  ];
}
