import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { Dashboard, LinesScope } from "./dashboard-data.ts";
import { periodName, rangeWords } from "./words.ts";

/** « 2026 », « année scolaire 2025-2026 », « de janvier à octobre 2026 ». */
export function PeriodText({ range }: { range: MonthRange }): React.ReactNode {
  const locale = useLocale();
  const named = periodName(range);
  if (named !== null && "year" in named) return named.year;
  if (named !== null) {
    const { school } = named;
    return <Trans>année scolaire {school}</Trans>;
  }
  const { from, to } = rangeWords(range, locale);
  return from === to ? (
    to
  ) : (
    <Trans>
      de {from} à {to}
    </Trans>
  );
}

/** What the figures are narrowed to, in words: read on screen and on paper. */
export function FilterWords({
  scope,
  suppliers,
}: {
  scope: LinesScope;
  suppliers: readonly Pick<Dashboard["suppliers"][number], "id" | "name">[];
}): React.ReactNode {
  const locale = useLocale();
  const trpc = useTRPC();
  const groups = useQuery({
    ...trpc.canteenGroups.list.queryOptions({ territoryCode: scope.territory ?? null }),
    enabled: scope.group !== undefined,
    staleTime: 300_000,
  });
  const words = [
    groups.data?.find(({ id }) => id === scope.group)?.name,
    scope.family && FAMILY_SHORT_LABELS[scope.family][locale],
    suppliers.find(({ id }) => id === scope.supplier)?.name,
  ].filter((one) => one !== undefined);
  return words.length === 0 ? null : <strong> · {words.join(" · ")}</strong>;
}
