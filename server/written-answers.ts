import { randomUUID } from "node:crypto";
import type { Response } from "express";

/** An answer as it is written, UTF-8, and the text that stands for it until it is sent: nobody can guess it. */
interface Written {
  place: string;
  bytes: Buffer;
}

const SECRET = randomUUID();
const WRITTEN = new WeakMap<object, Written>();
let places = 0;

/**
 * What a procedure answers instead of an answer that it may give again, as the same object that nobody changes: it is
 * written the first time, and `filled` puts what was written in its place.
 */
export function writtenOnce<Answer extends object>(response: Response, answer: Answer): Answer {
  const written = WRITTEN.get(answer) ?? write(answer);
  response.locals.written = [...writtenFor(response), written];
  return { toJSON: () => written.place } as object as Answer;
}

/** Whether `filled` has something to put in the answer. */
export function hasPlaces(response: Response): boolean {
  return writtenFor(response).length > 0;
}

/** The whole answer, each place in it replaced by what was written. */
export function filled(response: Response, whole: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { place, bytes } of inOrder(whole, writtenFor(response))) {
    const quoted = `"${place}"`;
    const at = whole.indexOf(quoted, from);
    parts.push(whole.subarray(from, at), bytes);
    from = at + quoted.length;
  }
  return Buffer.concat([...parts, whole.subarray(from)]);
}

/** In the order they are met; what the request asked for twice is met twice. */
function inOrder(whole: Buffer, written: readonly Written[]): Written[] {
  const met = [...new Set(written)].flatMap((one) =>
    positionsOf(whole, one.place).map((at) => ({ one, at })),
  );
  return met.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}

function positionsOf(whole: Buffer, place: string): number[] {
  const found: number[] = [];
  for (let at = whole.indexOf(place); at !== -1; at = whole.indexOf(place, at + 1)) found.push(at);
  return found;
}

function write(answer: object): Written {
  places += 1;
  const written = { place: `${SECRET} ${places}.`, bytes: Buffer.from(JSON.stringify(answer)) };
  WRITTEN.set(answer, written);
  return written;
}

function writtenFor(response: Response): readonly Written[] {
  return (response.locals.written as readonly Written[] | undefined) ?? [];
}
