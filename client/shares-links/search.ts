/** What the address of the sharing pages says. */
export interface SharingSearch {
  canteen?: string;
  year?: number;
}

const ID = /^[0-9a-f-]{36}$/;

export function validateSharingSearch({ canteen, year }: Record<string, unknown>): SharingSearch {
  return {
    ...(typeof canteen === "string" && ID.test(canteen) ? { canteen } : {}),
    ...(typeof year === "number" && year >= 2000 && year <= 2100 ? { year: Math.floor(year) } : {}),
  };
}
