import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";

/** « R261122-4F2A »: what a crate of a received lot is marked with. Made of the day and the end of the id. */
export function lotCode({ id, receivedOn }: { id: Id; receivedOn: IsoDate }): string {
  return code("R", receivedOn, id);
}

/** « P261122-4F2A »: what a pack of an output lot is marked with. */
export function outputCode({ id, packedOn }: { id: Id; packedOn: IsoDate }): string {
  return code("P", packedOn, id);
}

function code(letter: string, day: IsoDate, id: Id): string {
  return `${letter}${day.slice(2).replaceAll("-", "")}-${id.slice(-4).toUpperCase()}`;
}
