import { XMLParser, XMLValidator } from "fast-xml-parser";
import { INVOICE_LIMITS, InvoiceRefusal } from "./refusal.ts";

/** An element: its name without prefix, what stands in it. */
export interface XmlNode {
  name: string;
  /** URI of its namespace when it is declared on this very element; null: it is not. */
  namespace: string | null;
  attributes: ReadonlyMap<string, string>;
  /** Its own text, entities read; not that of its children. */
  text: string;
  children: readonly XmlNode[];
}

type RawItem = Record<string, unknown>;

const ATTRIBUTES = ":@";
const TEXT = "#text";
const CDATA = "#cdata";

/** Documents inside the XML (BT-125) may be megabytes that nobody reads here. */
const ATTACHED = /(<(?:[\w.-]+:)?(?:EmbeddedDocument|Attachment)BinaryObject(?:\s[^<>]*)?>)[^<]*/g;

/** Nothing is replaced, converted or trimmed by the library: entities are read here, once. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: INVOICE_LIMITS.depth,
});

/** The root element. InvoiceRefusal: INVOICE_LIMITS before parsing, INVOICE_XML when it is not well formed. */
export function parseXml(whole: string): XmlNode {
  if (!whole.startsWith("<")) throw new InvoiceRefusal("INVOICE_TYPE");
  const text = whole.replace(ATTACHED, "$1");
  checkSize(text);
  for (const item of parseItems(text)) {
    const node = toNode(item);
    if (node !== null) return node;
  }
  throw new InvoiceRefusal("INVOICE_XML");
}

function parseItems(text: string): RawItem[] {
  try {
    if (XMLValidator.validate(text) !== true) throw new InvoiceRefusal("INVOICE_XML");
    return parser.parse(text) as RawItem[];
  } catch (error) {
    if (error instanceof InvoiceRefusal) throw error;
    const isDeep = error instanceof Error && error.message.startsWith("Maximum nested");
    throw new InvoiceRefusal(isDeep ? "INVOICE_LIMITS" : "INVOICE_XML");
  }
}

function checkSize(text: string): void {
  if (count(text, "<") > INVOICE_LIMITS.tags) throw new InvoiceRefusal("INVOICE_LIMITS");
  if (longestRun(text) > INVOICE_LIMITS.run) throw new InvoiceRefusal("INVOICE_LIMITS");
  if (count(text, '="') + count(text, "='") > INVOICE_LIMITS.attributes)
    throw new InvoiceRefusal("INVOICE_LIMITS");
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found += 1;
  return found;
}

/** Characters from one « < » to the next, or to the end. */
function longestRun(text: string): number {
  let longest = 0;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("<", at + 1);
    const end = next === -1 ? text.length : next;
    longest = Math.max(longest, end - at);
    at = end;
  }
  return longest;
}

/** Null: not an element. */
function toNode(item: RawItem): XmlNode | null {
  const qualified = Object.keys(item).find((key) => key !== ATTRIBUTES);
  if (qualified === undefined || qualified === TEXT || qualified === CDATA) return null;
  const raw = (item[ATTRIBUTES] ?? {}) as Record<string, unknown>;
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(raw))
    if (!name.startsWith("xmlns")) attributes.set(localName(name), readEntities(String(value)));
  const content = (item[qualified] ?? []) as RawItem[];
  const colon = qualified.indexOf(":");
  const declaration = colon === -1 ? "xmlns" : `xmlns:${qualified.slice(0, colon)}`;
  const namespace = raw[declaration];
  return {
    name: localName(qualified),
    namespace: namespace === undefined ? null : readEntities(String(namespace)),
    attributes,
    text: content.map(ownText).join(""),
    children: content.map(toNode).filter((node) => node !== null),
  };
}

function ownText(item: RawItem): string {
  if (TEXT in item) return readEntities(String(item[TEXT]));
  if (!(CDATA in item)) return "";
  const parts = item[CDATA] as RawItem[];
  return parts.map((part) => String(part[TEXT] ?? "")).join("");
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(":") + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/** The five entities of XML and numbered characters, in one pass; any other stays as it is written. */
function readEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}
