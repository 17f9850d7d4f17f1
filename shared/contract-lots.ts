import * as z from "zod/mini";
import { hasExternalities, hasPerformance } from "./classification/contract-lot.ts";
import type { ContractLot, IsoDate } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import { dateField, nameField, shareBpField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import { ruleSetOn } from "./law/rule-sets.ts";

/** Articles of one lot that may be marked. */
export const MAX_MARKS = 1000;

export const contractLotInputSchema = z
  .object({
    contract: nameField,
    lot: z.nullable(nameField),
    families: z.array(z.enum(FAMILIES, "choice")).check(z.maxLength(FAMILIES.length)),
    validFrom: dateField,
    validTo: z.nullable(dateField),
    externalitiesWeightBp: shareBpField,
    environmentWeightBp: shareBpField,
    directSupplyWeightBp: shareBpField,
    marks: z.array(z.object({ offerId: idSchema, markBp: shareBpField })).check(z.maxLength(MAX_MARKS)),
  })
  .check(
    z.refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
      path: ["validTo"],
      error: "date-order",
    }),
  );
export type ContractLotInput = z.infer<typeof contractLotInputSchema>;

/** A lot of a contract that an organisation awarded to a supplier. Weights are those of its award criteria. */
export interface StoredContractLot extends ContractLotInput {
  id: Id;
  supplierId: Id;
}

/** What the rules must know of a lot. */
export type KnownLot = Omit<StoredContractLot, "supplierId">;

/** The lot that a line was bought under: one that marks its article, else one that covers its family; null: none. */
export function contractLotOf(
  lots: readonly KnownLot[],
  { date, offerId, family }: { date: IsoDate; offerId: Id | null; family: Family | null },
): ContractLot | null {
  const inForce = lots.filter(
    ({ validFrom, validTo, families }) =>
      validFrom <= date &&
      (validTo === null || date <= validTo) &&
      family !== null &&
      (families.length === 0 || families.includes(family)),
  );
  const marking = inForce.find(({ marks }) => marks.some((mark) => mark.offerId === offerId));
  const lot = marking ?? inForce[0];
  if (lot === undefined) return null;
  return {
    reference: lotName(lot),
    externalitiesWeightBp: lot.externalitiesWeightBp,
    externalitiesMarkBp: lot.marks.find((mark) => mark.offerId === offerId)?.markBp ?? null,
    environmentWeightBp: lot.environmentWeightBp,
    directSupplyWeightBp: lot.directSupplyWeightBp,
  };
}

/** « M2026-04, lot 2 ». */
export function lotName({ contract, lot }: Pick<ContractLotInput, "contract" | "lot">): string {
  return lot === null ? contract : `${contract}, ${lot}`;
}

/** Which EGalim categories the lot's criteria open, by the rules of its first day. */
export function categoriesOpened(lot: ContractLotInput): ("EXTERNALITES" | "PERFORMANCE")[] {
  const rules = ruleSetOn(lot.validFrom);
  return [
    ...(hasExternalities(lot, rules) ? (["EXTERNALITES"] as const) : []),
    ...(hasPerformance(lot, rules) ? (["PERFORMANCE"] as const) : []),
  ];
}
