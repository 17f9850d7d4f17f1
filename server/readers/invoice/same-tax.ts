import type { Decimal } from "../../../shared/decimals.ts";

/** VAT of a line, an allowance, a charge or a row of the breakdown. */
export interface TaxKey {
  category: string | null;
  rate: Decimal | null;
}

/** Whether two say the same VAT: a category without VAT says 0 or nothing, and one side may leave the category out. */
export function isSameTax(one: TaxKey, other: TaxKey): boolean {
  if ((one.rate ?? "0") !== (other.rate ?? "0")) return false;
  return one.category === null || other.category === null || one.category === other.category;
}
