import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { roleHolds } from "../shared/permissions.ts";
import type { Territory } from "../shared/territories.ts";
import { useSession } from "./session-context.tsx";
import { useTRPC } from "./trpc.ts";

export interface TerritoryChoice {
  /** What the figures are of; null: every canteen that the account reaches. */
  code: string | null;
  /** Undefined while it is read. */
  name: string | undefined;
  /** What there is to choose among; empty: nothing. Null stands for every canteen. */
  options: readonly { code: string | null; name: string }[];
}

/** The territory asked for, or else the only one of an account that has no other scope. */
export function useTerritoryChoice(asked: string | undefined): TerritoryChoice {
  const { t } = useLingui();
  const { grants, organisationName } = useSession();
  const trpc = useTRPC();
  const reading = grants.filter(({ role }) => roleHolds(role, "figures.read"));
  const codes = new Set(
    reading.filter(({ scopeKind }) => scopeKind === "territory").map(({ scopeId }) => scopeId),
  );
  const onlyTerritories = reading.every(({ scopeKind }) => scopeKind === "territory");
  const [first] = codes;
  const code = asked ?? (onlyTerritories && codes.size === 1 ? first : undefined) ?? null;
  const own = useQuery({ ...trpc.territories.own.queryOptions(), enabled: codes.size > 0 });
  const named = useQuery({
    ...trpc.territories.territory.queryOptions({ code: code ?? "" }),
    enabled: code !== null,
  });
  const every = onlyTerritories ? t`Tous mes territoires` : (organisationName ?? t`Toutes mes cantines`);
  const isChoice = codes.size > (onlyTerritories ? 1 : 0);
  const known = own.data ?? [];
  return {
    code,
    name: code === null ? every : named.data?.name,
    options: isChoice ? [{ code: null, name: every }, ...withAsked(known, named.data)] : [],
  };
}

/** A territory reached by a link is shown among the account's own. */
function withAsked(own: readonly Territory[], asked: Territory | undefined): readonly Territory[] {
  if (asked === undefined || own.some(({ code }) => code === asked.code)) return own;
  return [...own, asked];
}

interface TerritorySelectProps {
  choice: TerritoryChoice;
  onChoose: (code: string | null) => void;
}

/** Nothing when there is nothing to choose. */
export function TerritorySelect({ choice, onChoose }: TerritorySelectProps): React.ReactNode {
  const { t } = useLingui();
  if (choice.options.length === 0) return null;
  return (
    <NativeSelect
      aria-label={t`Territoire`}
      value={choice.code ?? ""}
      data={choice.options.map(({ code, name }) => ({ value: code ?? "", label: name }))}
      onChange={(event) => onChoose(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
