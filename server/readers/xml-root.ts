/** Local name of the root of an XML text, after prolog, comments and DOCTYPE; null: none is seen. */
export function xmlRoot(text: string): string | null {
  let at = 0;
  for (;;) {
    at = text.indexOf("<", at);
    if (at === -1) return null;
    const end = endOfAside(text, at);
    if (end === null) break;
    if (end === -1) return null;
    at = end;
  }
  const name = /^<(?:[\w.-]+:)?([\p{L}_][\w.-]*)/u.exec(text.slice(at, at + LONGEST_NAME));
  return name?.[1] ?? null;
}

const LONGEST_NAME = 200;

const ASIDES = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<!", ">"],
] as const;

/** Where what is no element ends; -1: it never does; null: an element starts here. */
function endOfAside(text: string, at: number): number | null {
  const aside = ASIDES.find(([start]) => text.startsWith(start, at));
  if (aside === undefined) return null;
  const [start, stop] = aside;
  const end = text.indexOf(stop, at + start.length);
  return end === -1 ? -1 : end + stop.length;
}
