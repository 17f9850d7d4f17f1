import "@mantine/core/styles/Code.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Code, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { invitationPath } from "../../shared/invitations.ts";
import { useSession } from "../session-context.tsx";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { CopyValue } from "../ui/copy-value.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { Section } from "../ui/section.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { useRoleNames } from "./grant-fields.tsx";
import { GrantsForm } from "./grants-form.tsx";
import { NewUserForm } from "./new-user-form.tsx";
import classes from "./settings.module.css";

export type ShownUser = RouterOutputs["users"]["list"][number];

/** A link that was just made: it is nowhere else and is not shown again. */
interface ShownLink {
  email: string;
  token: string;
}

export function UsersSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.users.list.queryOptions());
  const organisation = useOrganisation();
  const [creating, setCreating] = useState(false);
  const [changed, setChanged] = useState<string | null>(null);
  const [made, setMade] = useState<ShownLink | null>(null);
  const [erasing, setErasing] = useState<ShownUser | null>(null);
  const columns = useColumns({ onGrants: setChanged, onLink: setMade, onErase: setErasing });
  return (
    <Section
      id="users"
      title={t`Comptes`}
      action={
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setCreating(true)}>
          <Trans>Nouveau compte</Trans>
        </Button>
      }
    >
      {made !== null && <LinkNotice made={made} onClose={() => setMade(null)} />}
      <QueryView query={query}>
        {(users) => {
          const person = users.find(({ id }) => id === changed);
          return (
            <>
              <DataTable
                stacked
                caption={t`Comptes de l'organisation`}
                captionHidden
                columns={columns}
                rows={users}
                rowKey={(row) => row.id}
              />
              <SideDrawer
                title={t`Rôles de ${person?.name ?? ""}`}
                opened={person !== undefined}
                onClose={() => setChanged(null)}
              >
                {person !== undefined && <GrantsForm user={person} organisation={organisation} />}
              </SideDrawer>
            </>
          );
        }}
      </QueryView>
      {erasing !== null && <EraseDialog user={erasing} onClose={() => setErasing(null)} />}
      <SideDrawer title={t`Nouveau compte`} opened={creating} onClose={() => setCreating(false)}>
        <NewUserForm
          organisation={organisation}
          onCreated={(created) => {
            setCreating(false);
            setMade(created);
          }}
        />
      </SideDrawer>
    </Section>
  );
}

/** The organisation the person administers. */
function useOrganisation(): SearchOption {
  const { grants, organisationName } = useSession();
  const own = grants.find(({ role, scopeKind }) => role === "administrator" && scopeKind === "organisation");
  return { value: own?.scopeId ?? "", label: organisationName ?? "" };
}

function LinkNotice({ made, onClose }: { made: ShownLink; onClose: () => void }): React.ReactNode {
  const { t } = useLingui();
  const { email, token } = made;
  const link = `${window.location.origin}${invitationPath(token)}`;
  return (
    <Alert
      role="status"
      mb="md"
      icon={<Icon name="info" />}
      title={t`Lien pour ${email}`}
      withCloseButton
      closeButtonLabel={t`Fermer`}
      onClose={onClose}
    >
      <Group gap="xs" wrap="nowrap">
        <Code fz="sm" className={classes.link}>
          {link}
        </Code>
        <CopyValue name={t`Lien`} text={link} />
      </Group>
      <Trans>
        Transmettez-le vous-même, maintenant : il ne sera plus affiché. Il vaut 7 jours, une seule fois ; la
        personne y choisit son mot de passe.
      </Trans>
    </Alert>
  );
}

/** What is to be known of an account; « lien envoyé » is never said: who hands it over is not known here. */
function UserState({ user }: { user: ShownUser }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const at = (moment: string | null): string => (moment === null ? "" : formatFrenchMoment(moment, locale));
  const [until, asked] = [at(user.invitedUntil), at(user.erasureAskedAt)];
  const states = [
    user.disabled ? t`bloqué` : until === "" && t`actif`,
    !user.disabled && until !== "" && t`attend que la personne ouvre son lien, jusqu'au ${until}`,
    asked !== "" && t`demande sa suppression depuis le ${asked}`,
  ];
  return states.filter((state) => state !== false).join(", ");
}

interface ColumnActions {
  onGrants: (userId: string) => void;
  onLink: (made: ShownLink) => void;
  onErase: (user: ShownUser) => void;
}

function useColumns({ onGrants, onLink, onErase }: ColumnActions): Column<ShownUser>[] {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const roles = useRoleNames();
  const { user: self } = useSession();
  const refresh = (): Promise<void> => queryClient.invalidateQueries(trpc.users.list.queryFilter());
  const disable = useMutation(trpc.users.setDisabled.mutationOptions({ onSuccess: refresh }));
  const reset = useMutation(trpc.users.resetPassword.mutationOptions());
  const resetTwoStep = useMutation(trpc.users.resetTwoStep.mutationOptions({ onSuccess: refresh }));
  return [
    { key: "name", header: t`Nom`, rowHeader: true, cell: (row) => row.name },
    { key: "email", header: t`Adresse`, cell: (row) => row.email },
    {
      key: "roles",
      header: t`Rôles`,
      cell: (row) => [...new Set(row.grants.map(({ role }) => roles[role]))].join(", "),
    },
    { key: "state", header: t`État`, cell: (row) => <UserState user={row} /> },
    {
      key: "actions",
      header: t`Actions`,
      cell: (row) => (
        <Group gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t`Rôles de ${row.name}`}
            onClick={() => onGrants(row.id)}
          >
            <Trans>Rôles</Trans>
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t`Nouveau lien pour ${row.name} : son mot de passe ne servira plus`}
            onClick={() =>
              reset.mutate(
                { userId: row.id },
                {
                  onSuccess: async ({ invitation }) => {
                    if (invitation !== null) onLink({ email: row.email, token: invitation });
                    await refresh();
                  },
                },
              )
            }
          >
            <Trans>Nouveau lien</Trans>
          </Button>
          {(row.twoStep || row.passkeys > 0) && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t`Retirer double validation et clés d'accès de ${row.name}`}
              onClick={() => resetTwoStep.mutate({ userId: row.id })}
            >
              <Trans>Retirer codes et clés d'accès</Trans>
            </Button>
          )}
          {row.id !== self.id && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={row.disabled ? t`Débloquer ${row.name}` : t`Bloquer ${row.name}`}
              onClick={() => disable.mutate({ userId: row.id, disabled: !row.disabled })}
            >
              {row.disabled ? <Trans>Débloquer</Trans> : <Trans>Bloquer</Trans>}
            </Button>
          )}
          {row.id !== self.id && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t`Supprimer ${row.name}`}
              onClick={() => onErase(row)}
            >
              <Trans>Supprimer</Trans>
            </Button>
          )}
        </Group>
      ),
    },
  ];
}
