import { decodeText } from "../encoding.ts";
import { INVOICE_LIMITS, InvoiceRefusal } from "./refusal.ts";

export interface XmlText {
  text: string;
  /** The bytes were not of the encoding that the file declares. */
  mended: boolean;
}

const DECLARATION_LENGTH = 400;

/**
 * The text of an XML file: byte-order mark, UTF-16 by its nulls, then the declared encoding, then strict UTF-8, else
 * windows-1252. InvoiceRefusal: INVOICE_LIMITS, INVOICE_ENCODING, INVOICE_DOCTYPE (before anything is parsed).
 */
export function decodeXml(bytes: Uint8Array): XmlText {
  if (bytes.length > INVOICE_LIMITS.xmlBytes) throw new InvoiceRefusal("INVOICE_LIMITS");
  const { text, mended } = decode(bytes);
  if (text.includes("\0")) throw new InvoiceRefusal("INVOICE_ENCODING");
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) throw new InvoiceRefusal("INVOICE_DOCTYPE");
  return { text: text.replace(/^[\uFEFF\s]+/, ""), mended };
}

function decode(bytes: Uint8Array): XmlText {
  const guess = decodeText(bytes);
  if (guess.mark || guess.encoding.startsWith("utf-16")) return { text: guess.text, mended: false };
  const declared = declaredEncoding(guess.text);
  if (declared === null || /^utf-?(?:8|16)/i.test(declared))
    return { text: guess.text, mended: guess.encoding === "windows-1252" };
  try {
    return { text: new TextDecoder(declared).decode(bytes), mended: false };
  } catch (error) {
    if (error instanceof RangeError) throw new InvoiceRefusal("INVOICE_ENCODING");
    throw error;
  }
}

function declaredEncoding(text: string): string | null {
  const declaration = /^[\uFEFF\s]*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(
    text.slice(0, DECLARATION_LENGTH),
  );
  return declaration?.[1]?.trim() ?? null;
}
