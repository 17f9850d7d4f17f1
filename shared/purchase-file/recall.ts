import type { Notes } from "./notes.ts";

/** Reads the same text of the same field once: what it meant, and all that was noted of it, is said again. */
export interface Recall {
  /** To be given to what reads the cells. */
  notes: Notes;
  /** What `read` makes of the text. It reads nothing else of the row, and one is not asked within another. */
  cell<Value>(at: { field: string; text: string; row: number }, read: () => Value): Value;
}

/** Different texts of one field that are remembered: what comes after is read each time. */
const KEPT = 10_000;
/** A longer text is not worth its memory. */
const LONGEST = 300;

interface Reading {
  value: unknown;
  said: readonly ((row: number) => void)[];
}

/** A memory that has read nothing yet; what it is given to note goes on to `notes`. */
export function recallCells(notes: Notes): Recall {
  const fields = new Map<string, Map<string, Reading>>();
  let said: ((row: number) => void)[] | null = null;

  function readingsOf(field: string): Map<string, Reading> {
    const known = fields.get(field);
    if (known !== undefined) return known;
    const readings = new Map<string, Reading>();
    fields.set(field, readings);
    return readings;
  }

  return {
    notes: {
      ...notes,
      refuse(where, value, why) {
        said?.push((row) => notes.refuse({ ...where, row }, value, why));
        notes.refuse(where, value, why);
      },
      correct(where, value, made) {
        said?.push((row) => notes.correct({ ...where, row }, value, made));
        notes.correct(where, value, made);
      },
      wonder(where, text, suggestion) {
        said?.push((row) => notes.wonder({ ...where, row }, text, suggestion));
        notes.wonder(where, text, suggestion);
      },
    },
    cell<Value>({ field, text, row }: { field: string; text: string; row: number }, read: () => Value) {
      const readings = readingsOf(field);
      const known = readings.get(text);
      if (known !== undefined) {
        for (const say of known.said) say(row);
        return known.value as Value;
      }
      if (text.length > LONGEST || readings.size === KEPT) return read();
      said = [];
      const value = read();
      readings.set(text, { value, said });
      said = null;
      return value;
    },
  };
}
