/** `liste`: the list that is open, by its id. */
export interface PriceListsSearch {
  liste?: string;
}

const ID = /^[0-9a-f-]{36}$/;

export function validatePriceListsSearch({ liste }: Record<string, unknown>): PriceListsSearch {
  return typeof liste === "string" && ID.test(liste) ? { liste } : {};
}
