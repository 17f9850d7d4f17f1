/** What the address of the declaration says. */
export interface DeclarationSearch {
  canteen?: string;
  year?: number;
}

const ID = /^[0-9a-f-]{36}$/;

export function validateDeclarationSearch({ canteen, year }: Record<string, unknown>): DeclarationSearch {
  return {
    ...(typeof canteen === "string" && ID.test(canteen) ? { canteen } : {}),
    ...(typeof year === "number" && year >= 2000 && year <= 2100 ? { year: Math.floor(year) } : {}),
  };
}
