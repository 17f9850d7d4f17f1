import type { InvoiceLine } from "../../../shared/invoices.ts";
import { attributesAt, countryOf, gtinOf } from "./articles.ts";
import { periodAt } from "./dates.ts";
import type { DraftLine } from "./draft.ts";
import { textsOf } from "./draft.ts";
import { codesAt, idsAt } from "./ids.ts";
import { centsAt, decimalAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { textAt, textsAt, within } from "./place.ts";
import { INVOICE_LIMITS, InvoiceRefusal } from "./refusal.ts";
import { readUblAdjustments } from "./ubl-adjustments.ts";
import { attributeOf, findAll, findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Every line in the order of the file, those inside another (XRechnung's extension) after it. */
export function readUblLines(place: Place): DraftLine[] {
  const lines: DraftLine[] = [];
  function visit(node: XmlNode, parentId: string | null): void {
    if (lines.length >= INVOICE_LIMITS.lines) throw new InvoiceRefusal("INVOICE_LIMITS");
    const line = readLine(within(place, node, `lines[${lines.length}]`), { parentId, at: lines.length });
    lines.push({ line, role: null });
    for (const child of findAll(node, "SubInvoiceLine|SubCreditNoteLine")) visit(child, line.id);
  }
  for (const node of findAll(place.node, "InvoiceLine|CreditNoteLine")) visit(node, null);
  return lines;
}

const QUANTITY = "InvoicedQuantity|CreditedQuantity";

function readLine(outer: Place, { parentId, at }: { parentId: string | null; at: number }): InvoiceLine {
  const id = textAt(outer, { path: "ID", field: "id" }) ?? "";
  const place = { ...outer, line: id === "" ? String(at + 1) : id };
  const price = within(place, findFirst(place.node, "Price"));
  const unit = attributeOf(findFirst(place.node, QUANTITY), "unitCode");
  const base = findFirst(price.node, "BaseQuantity");
  const baseUnit = attributeOf(base, "unitCode");
  const standardIds = idsAt(place.node, "Item/StandardItemIdentification/ID");
  const vatRate =
    decimalAt(place, { path: "Item/ClassifiedTaxCategory/Percent", field: "vatRate" }) ??
    decimalAt(place, { path: "TaxTotal/TaxSubtotal/TaxCategory/Percent", field: "vatRate" });
  const { originCountry, ...texts } = textsOf(place, {
    name: "Item/Name",
    description: "Item/Description",
    note: "Note",
    sellerItemId: "Item/SellersItemIdentification/ID",
    buyerItemId: "Item/BuyersItemIdentification/ID",
    vatCategory: "Item/ClassifiedTaxCategory/ID",
    orderLineReference: "OrderLineReference/LineID",
    originCountry: "Item/OriginCountry/IdentificationCode",
  });
  return {
    id,
    parentId,
    fromTotals: false,
    ...texts,
    quantity: decimalAt(place, { path: QUANTITY, field: "quantity" }),
    unit,
    unitPrice: decimalAt(price, { path: "PriceAmount", field: "unitPrice" }),
    priceBaseQuantity: decimalAt(price, { path: "BaseQuantity", field: "priceBaseQuantity" }) ?? "1",
    priceBaseUnit: baseUnit === unit ? null : baseUnit,
    grossPrice: decimalAt(price, { path: "AllowanceCharge/BaseAmount", field: "grossPrice" }),
    priceDiscount: decimalAt(price, { path: "AllowanceCharge/Amount", field: "priceDiscount" }),
    netCents: centsAt(place, { path: "LineExtensionAmount", field: "netCents" }),
    allowances: readUblAdjustments(place, "allowances"),
    charges: readUblAdjustments(place, "charges"),
    vatRate,
    originCountry: countryOf(place, originCountry),
    gtin: gtinOf(place, standardIds),
    standardIds,
    classification: codesAt(place.node, "Item/CommodityClassification/ItemClassificationCode", "listID"),
    attributes: attributesAt(place, {
      path: "Item/AdditionalItemProperty",
      name: "Name",
      value: "Value",
    }),
    packQuantity: decimalAt(place, { path: "Item/PackQuantity", field: "packQuantity" }),
    period: periodAt(place, "period", { start: "InvoicePeriod/StartDate", end: "InvoicePeriod/EndDate" }),
    lots: textsAt(place, { path: "Item/ItemInstance/LotIdentification/LotNumberID", field: "lots" }),
  };
}
