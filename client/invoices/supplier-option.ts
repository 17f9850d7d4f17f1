import type { SearchOption } from "../ui/search-select.tsx";

/** A supplier as a list of choices shows it. */
export function supplierOption({
  id,
  name,
  communeName,
}: {
  id: string;
  name: string;
  communeName: string | null;
}): SearchOption {
  return { value: id, label: name, ...(communeName === null ? {} : { detail: communeName }) };
}
