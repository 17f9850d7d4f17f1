import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useState } from "react";
import type { SharesLinkState } from "../../shared/shares-links.ts";
import { sharesLinkState } from "../../shared/shares-links.ts";
import { readToday } from "../today.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { DialogModal } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { QueryView } from "../ui/query-view.tsx";
import sections from "../ui/sections.module.css";
import { showDoneToast } from "../ui/toasts.tsx";
import { DateText } from "../ui/values.tsx";
import { LinkForm } from "./link-form.tsx";
import { NewLink } from "./new-link.tsx";
import classes from "./shares-links.module.css";
import type { SharesLink, SharesOwner } from "./use-shares-links.ts";
import { useSharesLinks } from "./use-shares-links.ts";

export interface LinksSectionProps {
  owner: SharesOwner;
  year: number;
}

/** The public pages that are open, and those that have ended. */
export function LinksSection({ owner, year }: LinksSectionProps): React.ReactNode {
  const { t } = useLingui();
  const { list, create, revoke } = useSharesLinks(owner);
  const [asking, setAsking] = useState(false);
  const [ending, setEnding] = useState<SharesLink | null>(null);
  const path = create.data?.path ?? null;
  const label = ending?.label ?? "";
  function close(): void {
    setAsking(false);
    create.reset();
  }
  return (
    <section className={sections.section} aria-labelledby="public-pages">
      <div className={classes.heading}>
        <Title order={2} id="public-pages">
          <Trans>Pages publiques</Trans>
        </Title>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setAsking(true)}>
          <Trans>Nouvelle page publique</Trans>
        </Button>
      </div>
      <p className={sections.words}>
        <Trans>
          Qui a l'adresse lit les taux de l'année, sans compte : ni fournisseur, ni personne n'y est nommé.
          Une page retirée disparaît aussitôt.
        </Trans>
      </p>
      <QueryView query={list}>{(links) => <LinksTable links={links} onEnd={setEnding} />}</QueryView>
      <DialogModal
        title={path === null ? t`Nouvelle page publique` : t`La page est en ligne`}
        opened={asking}
        onClose={close}
      >
        {path === null ? (
          <LinkForm
            year={year}
            busy={create.isPending}
            onSubmit={(link) => create.mutate(link)}
            onCancel={close}
          />
        ) : (
          <NewLink
            path={path}
            embedded={(create.variables?.input.embedSites.length ?? 0) > 0}
            onDone={close}
          />
        )}
      </DialogModal>
      <DialogModal
        title={t`Retirer la page`}
        opened={ending !== null}
        onClose={() => setEnding(null)}
        size="sm"
      >
        <p className={sections.words}>
          <Trans>« {label} » ne répondra plus, ni son code QR sur une affiche. C'est définitif.</Trans>
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setEnding(null)}>
            <Trans>Garder</Trans>
          </Button>
          <Button
            loading={revoke.isPending}
            onClick={() => {
              if (ending === null) return;
              void revoke.mutateAsync(ending.id).then(() => {
                setEnding(null);
                showDoneToast(t`Page retirée`);
              });
            }}
          >
            <Trans>Retirer</Trans>
          </Button>
        </div>
      </DialogModal>
    </section>
  );
}

interface LinksTableProps {
  links: readonly SharesLink[];
  onEnd: (link: SharesLink) => void;
}

function LinksTable({ links, onEnd }: LinksTableProps): React.ReactNode {
  const { t } = useLingui();
  const today = readToday();
  const states: Readonly<Record<SharesLinkState, string>> = {
    live: t`en ligne`,
    expired: t`expirée`,
    revoked: t`retirée`,
  };
  const columns: Column<SharesLink>[] = [
    { key: "label", header: t`Libellé`, cell: ({ label }) => <DataText>{label}</DataText> },
    { key: "year", header: t`Année`, numeric: true, cell: ({ year }) => year },
    {
      key: "state",
      header: t`État`,
      cell: (link) => {
        const state = sharesLinkState(link, today);
        return (
          <span className={classes.state} data-state={state}>
            <Icon name={state === "live" ? "check" : "cross"} size={14} /> {states[state]}
          </span>
        );
      },
    },
    {
      key: "expires",
      header: t`Jusqu'au`,
      numeric: true,
      cell: ({ expiresOn }) => <DateText date={expiresOn} />,
    },
    {
      key: "end",
      header: t`Retirer`,
      cell: (link) => {
        const name = link.label;
        return (
          sharesLinkState(link, today) === "live" && (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => onEnd(link)}
              aria-label={t`Retirer : ${name}`}
            >
              <Trans>Retirer…</Trans>
            </Button>
          )
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t`Pages publiques`}
      captionHidden
      stacked
      columns={columns}
      rows={links}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t`Aucune page publique`}>
          <Trans>
            Elle se donne par son adresse, ou par le code QR d'une affiche : celui-ci en crée une pour vous.
          </Trans>
        </EmptyState>
      }
    />
  );
}
