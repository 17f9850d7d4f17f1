/** UAI keys: the number modulo 23. */
const UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** A valid SIRET of a SIREN range that is not assigned (9990…): nobody's number. */
export function fictionalSiret(rank: number): string {
  const siren = withLuhnKey(`9990${String(rank).padStart(4, "0")}`);
  return withLuhnKey(`${siren}0001`);
}

/** A school number of the Pas-de-Calais with its key letter, in a range that is not assigned. */
export function fictionalUai(rank: number): string {
  const digits = `06299${String(rank).padStart(2, "0")}`;
  return digits + UAI_LETTERS.charAt(Number(digits) % UAI_LETTERS.length);
}

/** The digits with the last one that makes their Luhn sum a multiple of 10. */
function withLuhnKey(digits: string): string {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const weighted = fromRight % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
