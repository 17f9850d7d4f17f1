import type { PartyId } from "../../../shared/invoices.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { clip, tidy } from "./tidy.ts";
import { attributeOf, findAll } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Identifiers with their scheme; those without text are left out. */
export function idsAt(node: XmlNode | null, path: string): PartyId[] {
  return codesAt(node, path, "schemeID").map(({ code, scheme }) => ({ scheme, value: code }));
}

/** Codes with the list that an attribute names; those without text are left out. */
export function codesAt(
  node: XmlNode | null,
  path: string,
  list: "schemeID" | "listID",
): { code: string; scheme: string | null }[] {
  return findAll(node, path)
    .slice(0, INVOICE_LIMITS.entries)
    .map((each) => ({ code: clip(tidy(each.text), INVOICE_LIMITS.text), scheme: attributeOf(each, list) }))
    .filter(({ code }) => code !== "");
}
