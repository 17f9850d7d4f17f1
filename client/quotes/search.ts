/** `devis`: the request that is open, by its id; `nouveau`: one that is being made. */
export interface QuotesSearch {
  devis?: string;
}

const ID = /^[0-9a-f-]{36}$/;

export function validateQuotesSearch({ devis }: Record<string, unknown>): QuotesSearch {
  return typeof devis === "string" && (ID.test(devis) || devis === "nouveau") ? { devis } : {};
}
