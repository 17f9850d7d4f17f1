import { clip, tidy } from "./tidy.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Elements by a path of names: `Party/PartyName/Name`; a step may have several spellings, `A|B`. */
export function findAll(node: XmlNode | null, path: string): XmlNode[] {
  let found: XmlNode[] = node === null ? [] : [node];
  for (const step of path.split("/")) {
    const names = step.split("|");
    found = found.flatMap(({ children }) => children.filter(({ name }) => names.includes(name)));
  }
  return found;
}

/** The first of them; null: there is none. */
export function findFirst(node: XmlNode | null, path: string): XmlNode | null {
  return findAll(node, path)[0] ?? null;
}

/** More than any code or identifier has. */
const ATTRIBUTE_LENGTH = 256;

/** An attribute's text, tidy; null when absent or empty. */
export function attributeOf(node: XmlNode | null, name: string): string | null {
  const value = tidy(node?.attributes.get(name) ?? "");
  return value === "" ? null : clip(value, ATTRIBUTE_LENGTH);
}
