import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Grant, Role, ScopeKind } from "../../shared/permissions.ts";
import { ROLE_SCOPES, ROLES } from "../../shared/permissions.ts";
import { TERRITORY_KIND_LABELS } from "../../shared/territories.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";

/** A grant being chosen: the scope may still be missing. */
export interface GrantDraft {
  role: Role;
  scopeKind: ScopeKind;
  scope: SearchOption | null;
}

export const NEW_GRANT: GrantDraft = { role: "manager", scopeKind: "canteen", scope: null };

/** The grant chosen, or null while its scope is missing. */
export function grantOf({ role, scopeKind, scope }: GrantDraft): Grant | null {
  return scope === null ? null : { role, scopeKind, scopeId: scope.value };
}

export function useRoleNames(): Record<Role, string> {
  const { t } = useLingui();
  return {
    manager: t`Gestionnaire`,
    kitchen: t`Cuisine`,
    official: t`Élu`,
    administrator: t`Administrateur`,
    legumerie: t`Légumerie`,
  };
}

interface GrantFieldsProps {
  value: GrantDraft;
  onChange: (value: GrantDraft) => void;
  organisation: SearchOption;
  error?: string | undefined;
}

/** A role, then what it reaches: only scopes the role may be given on. */
export function GrantFields({ value, onChange, organisation, error }: GrantFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const roles = useRoleNames();
  const kinds: Record<ScopeKind, string> = {
    canteen: t`Une cantine`,
    territory: t`Un territoire`,
    organisation: t`Toute l'organisation`,
    legumerie: t`Une légumerie`,
  };
  const allowed = ROLE_SCOPES[value.role];
  const choose = (role: Role, scopeKind: ScopeKind): void =>
    onChange({ role, scopeKind, scope: scopeKind === "organisation" ? organisation : null });
  return (
    <>
      <NativeSelect
        label={t`Rôle`}
        value={value.role}
        data={ROLES.map((role) => ({ value: role, label: roles[role] }))}
        onChange={(event) => {
          const role = ROLES.find((candidate) => candidate === event.currentTarget.value);
          const first = role === undefined ? undefined : ROLE_SCOPES[role][0];
          if (role !== undefined && first !== undefined) choose(role, first);
        }}
      />
      <NativeSelect
        label={t`Sur`}
        value={value.scopeKind}
        data={allowed.map((kind) => ({ value: kind, label: kinds[kind] }))}
        onChange={(event) => {
          const kind = allowed.find((candidate) => candidate === event.currentTarget.value);
          if (kind !== undefined) choose(value.role, kind);
        }}
      />
      {value.scopeKind !== "organisation" && (
        <ScopeSelect
          key={value.scopeKind}
          kind={value.scopeKind}
          label={kinds[value.scopeKind]}
          value={value.scope}
          error={error}
          onChange={(scope) => onChange({ ...value, scope })}
        />
      )}
    </>
  );
}

interface ScopeSelectProps {
  kind: Exclude<ScopeKind, "organisation">;
  label: string;
  value: SearchOption | null;
  error: string | undefined;
  onChange: (scope: SearchOption | null) => void;
}

function ScopeSelect({ kind, ...rest }: ScopeSelectProps): React.ReactNode {
  const client = useTRPCClient();
  const { canteens } = useSession();
  switch (kind) {
    case "canteen": {
      const options = canteens.map(({ id, name, siret }) => ({ value: id, label: name, detail: siret }));
      return <SearchSelect {...rest} required options={options} />;
    }
    case "territory":
      return <TerritorySelect {...rest} />;
    case "legumerie":
      return (
        <SearchSelect
          {...rest}
          required
          load={async (typed) => {
            const found = await client.suppliers.search.query({
              search: typed.slice(0, 100),
              kinds: ["LEGUMERIE"],
            });
            return found.map(({ id, name }) => ({ value: id, label: name }));
          }}
        />
      );
  }
}

/** Only territories inside the organisation's: the server would refuse the others. */
function TerritorySelect(props: Omit<ScopeSelectProps, "kind">): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.organisations.territories.queryOptions());
  const options = (data ?? []).map(({ code, kind, name }) => ({
    value: code,
    label: name,
    detail: TERRITORY_KIND_LABELS[kind][locale],
  }));
  const none = data?.length === 0;
  return (
    <SearchSelect
      {...props}
      required
      options={options}
      description={none ? t`Choisissez d'abord le territoire de l'organisation, en haut des réglages.` : null}
    />
  );
}
