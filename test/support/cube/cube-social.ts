import type { SupplierStatusInput } from "../../../shared/supplier-statuses.ts";

/** What a supplier is on a day, bits written out: SIAE 1 and 2, ESUS 256 and 512, ESS 1024 and 2048. */
export function socialOf(statuses: readonly { input: SupplierStatusInput }[], date: string): number {
  const held = statuses.filter(
    ({ input }) => (input.validFrom ?? "") <= date && (input.validTo ?? "9999") >= date,
  );
  let bits = 0;
  for (const { input } of held) {
    const proven = input.reference !== null;
    if (input.status === "ACI") bits |= proven ? 3 : 2;
    if (input.status === "ESUS") bits |= proven ? 768 : 512;
    if (input.status === "ESUS" || input.status === "ASSOCIATION") bits |= proven ? 3072 : 2048;
  }
  return bits;
}
