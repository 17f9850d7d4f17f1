/**
 * The text in lower case, without accents, every blank a plain space and every multiplication sign an x, of the
 * same length: a place in it is a place in the text.
 */
export function foldInPlace(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldUnit(text.charAt(at))).join("");
}

function foldUnit(unit: string): string {
  if (/\s/.test(unit)) return " ";
  if (unit === "×" || unit === "*") return "x";
  if (unit === "’") return "'";
  const lower = unit.toLowerCase();
  const base = lower.normalize("NFD").charAt(0);
  return lower.length === 1 ? base : unit;
}
