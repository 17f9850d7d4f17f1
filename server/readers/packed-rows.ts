/** Rows of one shape as columns. Small to send between threads. */
export interface PackedRows<Row> {
  length: number;
  columns: ({ name: keyof Row } & Column)[];
}

/** Numbers as they are; else each different value once, and where it stands. */
type Column = { numbers: Float64Array<ArrayBuffer> } | { values: unknown[]; at: Uint32Array<ArrayBuffer> };

/** Packs rows that all have the names of the first; values that are objects are told apart by identity. */
export function packRows<Row extends object>(rows: readonly Row[]): PackedRows<Row> {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  return {
    length: rows.length,
    columns: names.map((name) => ({ name, ...packColumn(rows, name) })),
  };
}

/** What may change hands instead of being copied: the packed rows are then empty. */
export function buffersOf<Row>({ columns }: PackedRows<Row>): ArrayBuffer[] {
  return columns.map((column) => ("numbers" in column ? column.numbers : column.at).buffer);
}

/** A field of every row, by the row's place. */
export type FieldOf<Row> = <Name extends keyof Row>(name: Name) => (at: number) => Row[Name];

/** The rows again, each by one call of what `open` makes of the fields; those that had the same value share it. */
export function unpackRows<Row extends object>(
  { length, columns }: PackedRows<Row>,
  open: (field: FieldOf<Row>) => (at: number) => Row,
): Row[] {
  if (length === 0) return [];
  const byName = new Map<keyof Row, Column>(columns.map((column) => [column.name, column]));
  function field<Name extends keyof Row>(name: Name): (at: number) => Row[Name] {
    const column = byName.get(name);
    if (column === undefined) throw new Error(`the packed rows have no ${String(name)}`);
    if ("numbers" in column) return (at) => column.numbers[at] as Row[Name];
    const { values, at: places } = column;
    return (at) => values[places[at] ?? 0] as Row[Name];
  }
  const make = open(field);
  return Array.from({ length }, (_, at) => make(at));
}

function packColumn<Row extends object>(rows: readonly Row[], name: keyof Row): Column {
  if (rows.every((row) => typeof row[name] === "number"))
    return { numbers: Float64Array.from(rows, (row) => row[name] as number) };
  const places = new Map<unknown, number>();
  const at = new Uint32Array(rows.length);
  for (const [index, row] of rows.entries()) {
    let place = places.get(row[name]);
    if (place === undefined) {
      place = places.size;
      places.set(row[name], place);
    }
    at[index] = place;
  }
  return { values: [...places.keys()], at };
}
