export type XmlAttributes = Readonly<Record<string, string | undefined>>;
type Child = string | undefined | false | readonly Child[];

/** An element with what it holds; nothing when it holds nothing. */
export function element(name: string, ...children: readonly Child[]): string {
  const content = children
    .flat(3)
    .filter((child) => typeof child === "string")
    .join("");
  return content === "" ? "" : `<${name}>${content}</${name}>`;
}

/** An element that holds a text; nothing when there is none. */
export function leaf(name: string, text: string | undefined, attributes: XmlAttributes = {}): string {
  if (text === undefined) return "";
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value ?? "").replaceAll('"', "&quot;")}"`);
  return `<${name}${written.join("")}>${escapeXml(text)}</${name}>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
