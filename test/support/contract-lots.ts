import type { ContractLotInput } from "../../shared/contract-lots.ts";

/** A lot of the year whose criteria open no category. */
export function aContractLot(given: Partial<ContractLotInput> = {}): ContractLotInput {
  return {
    contract: "M2026-04",
    lot: "lot 2",
    families: [],
    validFrom: "2026-01-01",
    validTo: "2026-12-31",
    externalitiesWeightBp: 0,
    environmentWeightBp: 0,
    directSupplyWeightBp: 0,
    marks: [],
    ...given,
  };
}
