import { redirect } from "@tanstack/react-router";
import { asMissingFile } from "./offline/pages-build.ts";

export type Reader<Search> = (search: Record<string, unknown>) => Search;

export interface Address {
  search: object;
  location: { pathname: string; hash: string };
}

export interface LateSearch<Search> {
  validateSearch: Reader<Search>;
  beforeLoad: (address: Address) => Promise<void>;
}

/**
 * What a page reads in its address, by code that comes with the page: forty pages' filters are not loaded to open
 * one. Until it is there the address is taken as it is; the page is drawn once it has been read.
 */
export function lateSearch<Search extends object>(load: () => Promise<Reader<Search>>): LateSearch<Search> {
  let read: Reader<Search> | null = null;
  return {
    validateSearch: (search) => (read === null ? (search as Search) : read(search)),
    beforeLoad: async ({ search, location: { pathname, hash } }) => {
      if (read !== null) return;
      const reader = await load().catch(failAsMissing);
      read = reader;
      const known = reader({ ...search });
      if (!saysOtherwise(known, search)) return;
      throw redirect({ to: pathname, search: known, hash, replace: true } as never);
    },
  };
}

function failAsMissing(error: unknown): never {
  throw asMissingFile(error);
}

/** Whether reading the address changes any of its filters; what no page knows is left as it stands. */
function saysOtherwise(known: object, search: object): boolean {
  const said = new Map<string, unknown>(Object.entries(search));
  return Object.entries(known).some(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(said.get(key)),
  );
}
