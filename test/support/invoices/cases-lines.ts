import type { InvoiceCase } from "./case.ts";
import { food, foodLine, specCase } from "./case.ts";
import { totalled } from "./spec.ts";

/** Lines and their articles. */
export function lineCases(): InvoiceCase[] {
  return [...articles(), ...amounts()];
}

function articles(): InvoiceCase[] {
  return [
    specCase("ubl-units", "ubl", food({ lines: units() })),
    specCase("cii-units", "cii", food({ lines: units() })),
    specCase("ubl-unit-unknown", "ubl", foodLine({ unit: "ZZZ" }), {
      issues: ["UNIT_UNKNOWN lines[0].unit"],
    }),
    specCase("cii-unit-missing", "cii", food(), {
      change: (xml) => xml.replace('<ram:BilledQuantity unitCode="KGM">', "<ram:BilledQuantity>"),
      expected: { lines: [{ unit: null, quantity: 10 }, { unit: "XBX" }] },
      issues: ["UNIT_MISSING lines[0].unit"],
    }),
    specCase("ubl-gtin-key-wrong", "ubl", foodLine({ gtin: "3760000000018" }), {
      expected: { lines: [{ gtin: "3760000000018" }, { gtin: "3760000000017" }] },
      issues: ["GTIN_KEY lines[0].gtin"],
    }),
    specCase("cii-gtin-14", "cii", foodLine({ gtin: "13760000000014" })),
    specCase("ubl-standard-id-is-no-gtin", "ubl", foodLine({ gtin: "ABC-1" }), {
      change: (xml) => xml.replace('schemeID="0160">ABC-1', 'schemeID="0202">ABC-1'),
      expected: { lines: [{ gtin: null, name: "Carottes de sable" }, { gtin: "3760000000017" }] },
    }),
    specCase("cii-origin-three-letters", "cii", foodLine({ origin: "FRA" }), {
      expected: { lines: [{ originCountry: "FR" }, { originCountry: null }] },
    }),
    specCase("ubl-origin-lower-case", "ubl", foodLine({ origin: "es" }), {
      expected: { lines: [{ originCountry: "ES" }, { originCountry: null }] },
    }),
    specCase("cii-origin-unknown", "cii", foodLine({ origin: "Bretagne" }), {
      expected: { lines: [{ originCountry: null }, { originCountry: null }] },
      issues: ["COUNTRY_UNKNOWN lines[0].originCountry"],
    }),
    specCase("ubl-no-name", "ubl", food(), {
      change: (xml) => xml.replace("<cbc:Name>Carottes de sable</cbc:Name>", ""),
      expected: { lines: [{ name: null, sellerItemId: "CAR-01" }, { name: "Lait entier 6x1 L" }] },
      issues: ["LINE_NAME_MISSING lines[0].name"],
    }),
    specCase("cii-line-id-missing", "cii", food(), {
      change: (xml) => xml.replace("<ram:LineID>1</ram:LineID>", "<ram:LineID/>"),
      expected: { lines: [{ id: "", name: "Carottes de sable" }, { id: "2" }] },
      issues: ["LINE_ID_MISSING lines[0].id"],
    }),
    specCase(
      "ubl-line-id-twice",
      "ubl",
      food({ lines: food().lines.map((line) => ({ ...line, id: "7" })) }),
      {
        issues: ["LINE_ID_TWICE lines[1].id"],
      },
    ),
    specCase(
      "cii-same-article-twice",
      "cii",
      totalled({
        ...food(),
        lines: [...food().lines, ...food().lines].map((line, index) => ({ ...line, id: String(index + 1) })),
      }),
    ),
  ];
}

const UNITS = [
  "KGM",
  "GRM",
  "LTR",
  "MLT",
  "C62",
  "H87",
  "EA",
  "XPP",
  "XBX",
  "XSA",
  "XCT",
  "DZN",
  "TNE",
  "HGM",
  "BO",
  "XBH",
  "XNT",
  "XCR",
];

function units(): ReturnType<typeof food>["lines"] {
  return UNITS.map((unit, index) => ({
    id: String(index + 1),
    name: `Article ${unit}`,
    quantity: "2",
    unit,
    price: "1.05",
    net: "2.10",
    category: "S",
    rate: "5.5",
  }));
}

function amounts(): InvoiceCase[] {
  const returned = {
    id: "3",
    name: "Retour caisse",
    quantity: "-2",
    unit: "XCR",
    price: "3.00",
    net: "-6.00",
    category: "S",
    rate: "5.5",
  };
  const free = {
    id: "3",
    name: "Échantillon",
    quantity: "1",
    unit: "C62",
    price: "0.00",
    net: "0.00",
    category: "S",
    rate: "5.5",
  };
  return [
    specCase(
      "ubl-line-allowance-and-charge",
      "ubl",
      foodLine({
        net: "24.10",
        allowances: [{ amount: "2.50", base: "25.00", percent: "10", reason: "Remise" }],
        charges: [{ amount: "1.60", reason: "Écotaxe", reasonCode: "ZZZ" }],
      }),
    ),
    specCase("cii-gross-price-discount", "cii", foodLine({ gross: "3.00", discount: "0.50" })),
    specCase("ubl-gross-price-discount", "ubl", foodLine({ gross: "3.00", discount: "0.50" })),
    specCase(
      "ubl-price-of-another-unit",
      "ubl",
      foodLine({ quantity: "10000", unit: "GRM", price: "2.50", base: "1", baseUnit: "KGM" }),
      {
        expected: {
          lines: [
            { quantity: 10_000, unit: "GRM", priceBaseUnit: "KGM", netCents: 2500 },
            { priceBaseUnit: null },
          ],
        },
      },
    ),
    specCase("cii-line-net-wrong", "cii", foodLine({ quantity: "11" }), {
      issues: ["LINE_NET lines[0].netCents"],
    }),
    specCase("ubl-line-net-within-two-cents", "ubl", foodLine({ price: "2.502" })),
    specCase("cii-return-on-an-invoice", "cii", food({ lines: [...food().lines, returned] }), {
      issues: ["LINE_NEGATIVE lines[2].netCents"],
    }),
    specCase("ubl-free-article", "ubl", food({ lines: [...food().lines, free] }), {
      issues: ["LINE_ZERO lines[2].netCents"],
    }),
    specCase(
      "cii-negative-price",
      "cii",
      food({ lines: [...food().lines, { ...returned, quantity: "2", price: "-3.00" }] }),
      {
        issues: ["LINE_NEGATIVE lines[2].netCents", "LINE_PRICE_NEGATIVE lines[2].unitPrice"],
      },
    ),
    specCase("ubl-quantity-missing", "ubl", food(), {
      change: (xml) => xml.replace('<cbc:InvoicedQuantity unitCode="KGM">10</cbc:InvoicedQuantity>', ""),
      expected: { lines: [{ quantity: null, unit: null, netCents: 2500 }, { quantity: 4 }] },
      issues: ["LINE_QUANTITY_MISSING lines[0].quantity"],
    }),
    specCase("cii-text-line", "zugferd1", food(), {
      change: (xml) =>
        xml.replace(
          "<ram:IncludedSupplyChainTradeLineItem>",
          "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:IncludedNote><ram:Content>Bon de livraison 3301</ram:Content></ram:IncludedNote></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem><ram:IncludedSupplyChainTradeLineItem>",
        ),
      expected: { details: [{ note: "Bon de livraison 3301", netCents: null }] },
    }),
    specCase("zugferd1-text-line-with-empty-settlement", "zugferd1", food(), {
      change: (xml) =>
        xml.replace(
          "<ram:IncludedSupplyChainTradeLineItem>",
          "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument/><ram:SpecifiedSupplyChainTradeSettlement /></ram:IncludedSupplyChainTradeLineItem><ram:IncludedSupplyChainTradeLineItem>",
        ),
      expected: { details: [{ id: "", netCents: null }] },
    }),
    specCase("cii-two-price-discounts", "cii", foodLine({ gross: "3.00", discount: "0.30" }), {
      change: (xml) =>
        xml.replace(
          "</ram:AppliedTradeAllowanceCharge>",
          "</ram:AppliedTradeAllowanceCharge><ram:AppliedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>0.2000</ram:ActualAmount></ram:AppliedTradeAllowanceCharge>",
        ),
      expected: { lines: [{ grossPrice: 3, priceDiscount: 0.5, unitPrice: 2.5 }, { priceDiscount: null }] },
    }),
  ];
}
