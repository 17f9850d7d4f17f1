import type { Decimal } from "../../../shared/decimals.ts";
import { addDecimals } from "../../../shared/decimals.ts";
import type { InvoiceLine } from "../../../shared/invoices.ts";
import { attributesAt, countryOf, gtinOf } from "./articles.ts";
import { isCharge, readCiiAdjustments } from "./cii-adjustments.ts";
import { periodAt } from "./dates.ts";
import type { DraftLine } from "./draft.ts";
import { emptyLine, textsOf } from "./draft.ts";
import { codesAt, idsAt } from "./ids.ts";
import { centsAt, decimalAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { textAt, textsAt, within } from "./place.ts";
import { INVOICE_LIMITS, InvoiceRefusal } from "./refusal.ts";
import { attributeOf, findAll, findFirst } from "./walk.ts";

const AGREEMENT = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement";
const DELIVERY = "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery";
const SETTLEMENT = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement";
const SUMMATION = "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation";
const PRODUCT = "SpecifiedTradeProduct";
const QUANTITY = `${DELIVERY}/BilledQuantity`;

/** Every line in the order of the file; components of a bundle come after it as information. */
export function readCiiLines(place: Place): DraftLine[] {
  const lines: DraftLine[] = [];
  for (const node of findAll(place.node, "IncludedSupplyChainTradeLineItem")) {
    if (lines.length >= INVOICE_LIMITS.lines) throw new InvoiceRefusal("INVOICE_LIMITS");
    const outer = within(place, node, `lines[${lines.length}]`);
    const id = textAt(outer, { path: "AssociatedDocumentLineDocument/LineID", field: "id" }) ?? "";
    const inner = { ...outer, line: id === "" ? String(lines.length + 1) : id };
    const line = readLine(inner, id);
    lines.push({ line, role: roleOf(inner, line) });
    for (const component of readComponents(inner, line)) lines.push({ line: component, role: "INFORMATION" });
  }
  return lines;
}

/** A line of ZUGFeRD 1.0 that is a mere note has neither amount nor quantity nor price. */
function roleOf(place: Place, line: InvoiceLine): DraftLine["role"] {
  const code = textAt(place, { path: "AssociatedDocumentLineDocument/LineStatusReasonCode", field: "role" });
  if (code === "DETAIL" || code === "GROUP" || code === "INFORMATION") return code;
  const hasAmount = findFirst(place.node, `${SETTLEMENT}/${SUMMATION}/LineTotalAmount`) !== null;
  return !hasAmount && line.quantity === null && line.unitPrice === null ? "INFORMATION" : null;
}

function readLine(place: Place, id: string): InvoiceLine {
  const net = within(place, findFirst(place.node, `${AGREEMENT}/NetPriceProductTradePrice`));
  const gross = within(place, findFirst(place.node, `${AGREEMENT}/GrossPriceProductTradePrice`));
  const settlement = within(place, findFirst(place.node, SETTLEMENT));
  const unit = attributeOf(findFirst(place.node, QUANTITY), "unitCode");
  const base = net.node !== null && findFirst(net.node, "BasisQuantity") !== null ? net : gross;
  const baseUnit = attributeOf(findFirst(base.node, "BasisQuantity"), "unitCode");
  const standardIds = idsAt(place.node, `${PRODUCT}/GlobalID`);
  const { originCountry, ...texts } = textsOf(place, {
    parentId: "AssociatedDocumentLineDocument/ParentLineID",
    note: "AssociatedDocumentLineDocument/IncludedNote/Content",
    name: `${PRODUCT}/Name`,
    description: `${PRODUCT}/Description`,
    sellerItemId: `${PRODUCT}/SellerAssignedID`,
    buyerItemId: `${PRODUCT}/BuyerAssignedID`,
    vatCategory: `${SETTLEMENT}/ApplicableTradeTax/CategoryCode`,
    orderLineReference: `${AGREEMENT}/BuyerOrderReferencedDocument/LineID`,
    originCountry: `${PRODUCT}/OriginTradeCountry/ID`,
  });
  return {
    id,
    fromTotals: false,
    ...texts,
    quantity: decimalAt(place, { path: QUANTITY, field: "quantity" }),
    unit,
    unitPrice: decimalAt(net, { path: "ChargeAmount", field: "unitPrice" }),
    priceBaseQuantity: decimalAt(base, { path: "BasisQuantity", field: "priceBaseQuantity" }) ?? "1",
    priceBaseUnit: baseUnit === unit ? null : baseUnit,
    grossPrice: decimalAt(gross, { path: "ChargeAmount", field: "grossPrice" }),
    priceDiscount: readDiscount(gross),
    netCents: centsAt(settlement, { path: `${SUMMATION}/LineTotalAmount`, field: "netCents" }),
    allowances: readCiiAdjustments(settlement, "allowances"),
    charges: readCiiAdjustments(settlement, "charges"),
    vatRate: decimalAt(settlement, {
      path: "ApplicableTradeTax/RateApplicablePercent|ApplicablePercent",
      field: "vatRate",
    }),
    originCountry: countryOf(place, originCountry),
    gtin: gtinOf(place, standardIds),
    standardIds,
    classification: codesAt(place.node, `${PRODUCT}/DesignatedProductClassification/ClassCode`, "listID"),
    attributes: attributesAt(place, {
      path: `${PRODUCT}/ApplicableProductCharacteristic`,
      name: "Description",
      value: "Value",
    }),
    packQuantity: decimalAt(place, { path: `${DELIVERY}/PackageQuantity`, field: "packQuantity" }),
    period: periodAt(settlement, "period", {
      start: "BillingSpecifiedPeriod/StartDateTime/DateTimeString",
      end: "BillingSpecifiedPeriod/EndDateTime/DateTimeString",
    }),
    lots: textsAt(place, { path: `${PRODUCT}/IndividualTradeProductInstance/BatchID`, field: "lots" }),
  };
}

/** BT-147: the discounts on the price, added up. */
function readDiscount(gross: Place): Decimal | null {
  const discounts = findAll(gross.node, "AppliedTradeAllowanceCharge")
    .filter((node) => !isCharge(node))
    .flatMap(
      (node) => decimalAt(within(gross, node), { path: "ActualAmount", field: "priceDiscount" }) ?? [],
    );
  return discounts.length === 0 ? null : discounts.reduce(addDecimals);
}

/** What a bundle is made of (EXTENDED): articles without a price of their own. */
function readComponents(place: Place, bundle: InvoiceLine): InvoiceLine[] {
  return findAll(place.node, `${PRODUCT}/IncludedReferencedProduct`)
    .slice(0, INVOICE_LIMITS.entries)
    .map((node) => {
      const inner = within(place, node);
      const unit = attributeOf(findFirst(node, "UnitQuantity"), "unitCode");
      return {
        ...emptyLine(),
        parentId: bundle.id,
        ...textsOf(inner, { name: "Name", description: "Description", sellerItemId: "SellerAssignedID" }),
        quantity: decimalAt(inner, { path: "UnitQuantity", field: "quantity" }),
        unit,
        gtin: gtinOf(inner, idsAt(node, "GlobalID")),
        standardIds: idsAt(node, "GlobalID"),
      };
    });
}
