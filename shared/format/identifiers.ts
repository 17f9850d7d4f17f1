import { NBSP } from "./numbers.ts";

/** « 999 002 009 00010 » from 14 digits, kept on one line; anything else as it is. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, ["$1", "$2", "$3", "$4"].join(NBSP));
}
