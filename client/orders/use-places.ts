import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { IsoDate, Place } from "../../shared/facts.ts";
import { definitionOn } from "../../shared/surroundings.ts";
import { placeOfCommune } from "../place-of-commune.ts";
import { useTRPC } from "../trpc.ts";
import type { Catalogue } from "./entry-context.ts";
import type { EntryStore } from "./entry-store.ts";
import type { Sheet } from "./sheet.ts";
import { rowsOf } from "./sheet.ts";
import { useEntryState } from "./use-store.ts";

/** The places the lines name: the articles' own, and those chosen by search, read from the server. */
export function usePlaces({
  store,
  catalogue,
  date,
}: {
  store: EntryStore;
  catalogue: Catalogue | null;
  date: IsoDate;
}): ReadonlyMap<string, Place> {
  const trpc = useTRPC();
  const own = catalogue?.surroundings.places;
  const named = useEntryState(store, ({ history }) => unknownOf(communesNamed(history.present), own));
  const codes = named.split(" ").filter(Boolean);
  const found = useQuery({
    ...trpc.territories.communes.queryOptions({ codes }),
    enabled: codes.length > 0,
    placeholderData: keepPreviousData,
  });
  // The PAT of a commune are only known to the server: the fact then stays « à vérifier » until it is saved.
  const isPat = catalogue !== null && definitionOn(catalogue.surroundings.definitions, date)?.scope === "PAT";
  const communes = isPat ? undefined : found.data;
  return useMemo(() => {
    const others = (communes ?? []).map(placeOfCommune);
    return new Map([...others, ...(own?.values() ?? [])].map((place) => [place.commune, place]));
  }, [communes, own]);
}

/** The codes that no article brought: the page does not draw again because an article was chosen. */
function unknownOf(named: readonly string[], own: ReadonlyMap<string, Place> | undefined): string {
  return named.filter((code) => own?.has(code) !== true).join(" ");
}

const namedBySheet = new WeakMap<Sheet, readonly string[]>();

/** Codes of the communes that the lines name, sorted. */
function communesNamed(sheet: Sheet): readonly string[] {
  const found = namedBySheet.get(sheet);
  if (found !== undefined) return found;
  const codes = new Set(rowsOf(sheet).flatMap(({ communes }) => Object.values(communes)));
  const named = [...codes].sort();
  namedBySheet.set(sheet, named);
  return named;
}
