import { hashText } from "../random.ts";

/** A switch's name in an address: its id is as long as the line. */
export function shortName(switchId: string): string {
  return hashText(switchId, 0).toString(36);
}
