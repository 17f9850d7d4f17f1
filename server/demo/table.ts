/** Rows of a table written as text: one line a row, cells between bars, `-` for an empty cell. */
export function readRows(text: string): (string | null)[][] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split("|").map((cell) => (cell.trim() === "-" ? null : cell.trim())));
}

/** The value, or an error that names the row: a slip in the demonstration's data stops at once. */
export function required<Value>(value: Value | null | undefined, row: string): Value {
  if (value === null || value === undefined) throw new Error(`demonstration data: incomplete row « ${row} »`);
  return value;
}

/** The member of a closed set with that spelling. */
export function oneOf<Member extends string>(
  members: readonly Member[],
  text: string | null,
  row: string,
): Member {
  return required(
    members.find((member) => member === text),
    `${row}: ${text}`,
  );
}
