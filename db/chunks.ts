/** Rows of one statement: 40 columns x 500 stays under SQLite's 32 766 and PostgreSQL's 65 535 parameters. */
export const CHUNK = 500;

/** The list cut into slices of at most `size`, in order; no slice is empty. */
export function* chunksOf<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}
