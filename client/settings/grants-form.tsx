import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { HeldGrant } from "../../shared/users.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { GrantFields, grantOf, NEW_GRANT, useRoleNames } from "./grant-fields.tsx";
import classes from "./settings.module.css";
import type { ShownUser } from "./users-section.tsx";

/** Roles of one person: taken back or given, each at once. */
export function GrantsForm({
  user,
  organisation,
}: {
  user: ShownUser;
  organisation: SearchOption;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => queryClient.invalidateQueries(trpc.users.list.queryFilter());
  const [draft, setDraft] = useState(NEW_GRANT);
  const [missing, setMissing] = useState(false);
  const give = useMutation(
    trpc.grants.grant.mutationOptions({
      onSuccess: async () => {
        setDraft(NEW_GRANT);
        await refresh();
      },
    }),
  );
  const revoke = useMutation(trpc.grants.revoke.mutationOptions({ onSuccess: refresh }));
  return (
    <Stack>
      <ul className={classes.grants}>
        {user.grants.map((grant) => (
          <li key={grant.id}>
            <GrantText grant={grant} organisation={organisation} />
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={user.grants.length === 1}
              loading={revoke.isPending && revoke.variables?.grantId === grant.id}
              onClick={() => revoke.mutate({ grantId: grant.id })}
            >
              <Trans>Retirer</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <Title order={3}>
        <Trans>Donner un rôle</Trans>
      </Title>
      <GrantFields
        value={draft}
        onChange={setDraft}
        organisation={organisation}
        error={missing && draft.scope === null ? t`Choisissez dans la liste.` : undefined}
      />
      <Button
        loading={give.isPending}
        onClick={() => {
          const grant = grantOf(draft);
          setMissing(grant === null);
          if (grant !== null) give.mutate({ userId: user.id, grant });
        }}
      >
        <Trans>Donner ce rôle</Trans>
      </Button>
    </Stack>
  );
}

function GrantText({
  grant,
  organisation,
}: {
  grant: HeldGrant;
  organisation: SearchOption;
}): React.ReactNode {
  const roles = useRoleNames();
  const scope = useScopeName(grant, organisation);
  return (
    <span>
      <strong>{roles[grant.role]}</strong> · {scope}
    </span>
  );
}

/** The code stands for the name until it is read. */
function useScopeName({ scopeKind, scopeId }: HeldGrant, organisation: SearchOption): string {
  const trpc = useTRPC();
  const { canteens } = useSession();
  const territory = useQuery({
    ...trpc.territories.territory.queryOptions({ code: scopeId }),
    enabled: scopeKind === "territory",
  });
  const workshop = useQuery({
    ...trpc.suppliers.get.queryOptions({ id: scopeId }),
    enabled: scopeKind === "legumerie",
  });
  switch (scopeKind) {
    case "canteen":
      return canteens.find(({ id }) => id === scopeId)?.name ?? scopeId;
    case "organisation":
      return organisation.label;
    case "territory":
      return territory.data?.name ?? scopeId;
    case "legumerie":
      return workshop.data?.supplier.name ?? scopeId;
  }
}
