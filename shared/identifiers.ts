const LA_POSTE_SIREN = "356000000";
/** The one La Poste establishment that follows the common rule. */
const LA_POSTE_HEADQUARTERS = "35600000000048";

/** `text` without spaces and non-breaking spaces; nothing else is removed. */
export function normaliseSiret(text: string): string {
  return text.replace(/[ \u00A0\u202F\u2009]/g, "");
}

/** Whether `text` is a SIREN: 9 digits, not all zero, Luhn key right. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && !/^0+$/.test(text) && hasLuhnKey(text);
}

/** Whether `text` is a SIRET: 14 digits, not all zero, Luhn key right; La Poste: sum of digits divisible by 5. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || /^0+$/.test(text)) return false;
  if (text.startsWith(LA_POSTE_SIREN) && text !== LA_POSTE_HEADQUARTERS) return digitSum(text) % 5 === 0;
  return hasLuhnKey(text);
}

/** Whether `text` is a collège number (UAI): 7 digits and a capital letter. */
export function isUai(text: string): boolean {
  return /^\d{7}[A-Z]$/.test(text);
}

/** Whether `text` is the code of an organic control body, such as `FR-BIO-01` or `DE-ÖKO-006`. */
export function isControlBodyCode(text: string): boolean {
  return /^[A-Z]{2}-[A-ZÖ]+-\d{2,3}$/.test(text);
}

function hasLuhnKey(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const weighted = fromRight % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

function digitSum(digits: string): number {
  return Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0);
}
