import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { placeOfCommune } from "../place-of-commune.ts";
import { useTRPC } from "../trpc.ts";
import type { GridField } from "./columns.ts";
import type { EntryContext } from "./entry-context.ts";
import type { Suggestion } from "./suggestions.ts";
import { communeSuggestion, lastWord, suggestionsFor } from "./suggestions.ts";

const TYPING_PAUSE_MS = 120;
const MOST_COMMUNES = 8;

/** What may stand in the cell, from what the page knows. */
export function useSuggestions(
  field: GridField,
  typed: string,
  context: EntryContext,
): readonly Suggestion[] {
  return useMemo(() => suggestionsFor(field, typed, context), [field, typed, context]);
}

/** What may stand in the cell of origins: communes from the server too. */
export function useOriginSuggestions(typed: string, context: EntryContext): readonly Suggestion[] {
  const trpc = useTRPC();
  const { word } = lastWord(typed);
  const [asked] = useDebouncedValue(word, TYPING_PAUSE_MS);
  const found = useQuery({
    ...trpc.territories.searchCommunes.queryOptions({ text: asked, limit: MOST_COMMUNES }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const communes = asked === word && word.length > 1 ? found.data : undefined;
  const known = useSuggestions("origin", typed, context);
  return useMemo(() => {
    const ids = new Set(known.map(({ id }) => id));
    const others = (communes ?? [])
      .map((commune) => communeSuggestion(placeOfCommune(commune), typed))
      .filter(({ id }) => !ids.has(id));
    return [...known, ...others].slice(0, Math.max(known.length, MOST_COMMUNES));
  }, [known, typed, communes]);
}
