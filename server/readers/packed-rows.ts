/** Rows of one shape as columns: each different value once, and where it stands. Small to send between threads. */
export interface PackedRows<Row> {
  length: number;
  columns: { name: keyof Row; values: unknown[]; at: Uint32Array }[];
}

/** Packs rows that all have the names of the first; values that are objects are told apart by identity. */
export function packRows<Row extends object>(rows: readonly Row[]): PackedRows<Row> {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  return {
    length: rows.length,
    columns: names.map((name) => ({ name, ...packColumn(rows, name) })),
  };
}

/** The rows again; those that had the same value share it. */
export function unpackRows<Row extends object>({ length, columns }: PackedRows<Row>): Row[] {
  return Array.from({ length }, (_, index) => {
    const row: Partial<Row> = {};
    for (const { name, values, at } of columns) row[name] = values[at[index] ?? 0] as Row[keyof Row];
    return row as Row;
  });
}

function packColumn<Row extends object>(
  rows: readonly Row[],
  name: keyof Row,
): { values: unknown[]; at: Uint32Array } {
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
