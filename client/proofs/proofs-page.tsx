import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/SegmentedControl.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, SegmentedControl, Text, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Moved } from "../../shared/moves.ts";
import type { ProofUrgency } from "../../shared/proof-list.ts";
import { PROOF_URGENCIES } from "../../shared/proof-list.ts";
import { MovedReport } from "../moved-report.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { ProofLines } from "./proof-lines.tsx";
import classes from "./proofs.module.css";
import { ProofsSummary } from "./proofs-summary.tsx";
import { ProofsTable } from "./proofs-table.tsx";
import { ReceiveForm } from "./receive-form.tsx";
import { readKey } from "./search.ts";
import type { ProofsPageData, ProofsScope } from "./use-proofs.ts";
import { useProofs, useProofsScope } from "./use-proofs.ts";

const route = getRouteApi("/layout/justificatifs");

/** Proofs to renew and to ask for, most urgent first, with the euros that rest on each. */
export function ProofsPage(): React.ReactNode {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useProofsScope(search);
  const query = useProofs(scope);
  const { holds } = useSession();
  const [receiving, setReceiving] = useState(false);
  const [moved, setMoved] = useState<Moved | null>(null);
  const key = search.preuve === undefined ? null : readKey(search.preuve);
  const part = search.lignes ?? null;
  const close = (): void =>
    void navigate({ search: ({ preuve: _preuve, lignes: _lignes, ...now }) => now, resetScroll: false });
  return (
    <>
      <PageHeader
        title={t`Justificatifs`}
        lead={<Trans>Les certificats des fournisseurs, et les achats qui comptent grâce à eux.</Trans>}
        actions={
          <>
            <ScopeChoice scope={scope} />
            <CopyLink complete={{ perimetre: scope.perimetre }} />
            {holds("catalogue.write") && (
              <Button leftSection={<Icon name="upload" />} onClick={() => setReceiving(true)}>
                <Trans>Déposer un justificatif</Trans>
              </Button>
            )}
          </>
        }
      />
      {moved !== null && <MovedReport moved={moved} onClose={() => setMoved(null)} />}
      <QueryView query={query} lines={12}>
        {(page) => <Proofs page={page} scope={scope} refreshing={query.isPlaceholderData} />}
      </QueryView>
      <SideDrawer title={t`Les achats derrière ce chiffre`} size="xl" opened={key !== null} onClose={close}>
        {key !== null && part !== null && <ProofLines proof={key} part={part} scope={scope} />}
      </SideDrawer>
      <SideDrawer title={t`Déposer un justificatif`} opened={receiving} onClose={() => setReceiving(false)}>
        {receiving && (
          <ReceiveForm
            supplier={null}
            onSaved={(saved) => {
              setReceiving(false);
              setMoved(saved);
            }}
          />
        )}
      </SideDrawer>
    </>
  );
}

function ScopeChoice({ scope }: { scope: ProofsScope }): React.ReactNode {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  if (!scope.isChoice) return null;
  return (
    <SegmentedControl
      aria-label={t`Achats pris en compte`}
      value={scope.perimetre}
      data={[
        { value: "cantine", label: t`Cette cantine` },
        { value: "tout", label: t`Toutes` },
      ]}
      onChange={(value) =>
        void navigate({
          search: { perimetre: value === "tout" ? "tout" : "cantine" },
          replace: true,
        })
      }
    />
  );
}

interface ProofsProps {
  page: ProofsPageData;
  scope: ProofsScope;
  refreshing: boolean;
}

function Proofs({ page, scope, refreshing }: ProofsProps): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const titles: Readonly<Record<ProofUrgency, string>> = {
    expired: t`Expirés`,
    expiring: t`À renouveler dans les 60 jours`,
    missing: t`Annoncés, sans justificatif`,
    valid: t`En cours de validité`,
  };
  if (page.proofs.length === 0) {
    return (
      <EmptyState
        title={t`Aucun justificatif à suivre`}
        action={
          holds("catalogue.read") && (
            <LinkButton to="/fournisseurs" variant="default">
              <Trans>Voir les fournisseurs</Trans>
            </LinkButton>
          )
        }
      >
        <Trans>
          Dès qu'un achat annonce du bio ou un signe de qualité, le certificat du fournisseur se suit ici.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <div className={classes.sections}>
      <ProofsSummary page={page} />
      <TableDownload
        of={t`Justificatifs`}
        label={t`Tous les justificatifs :`}
        {...tableFile("justificatifs", { canteenId: scope.canteenId })}
      />
      <Text size="sm" c="dimmed" className={classes.method}>
        <Trans>
          Chaque achat est jugé à sa date, avec puis sans le justificatif : la différence est le montant
          affiché. Ce qui a été livré avant l'échéance reste compté ; ce qui l'est après ne l'est plus. « Sur
          un an » est une estimation : les achats des douze derniers mois.
        </Trans>
      </Text>
      {PROOF_URGENCIES.map((urgency) => {
        const proofs = page.proofs.filter((proof) => proof.urgency === urgency);
        if (proofs.length === 0) return null;
        return (
          <section key={urgency} aria-labelledby={`proofs-${urgency}`}>
            <Title order={2} id={`proofs-${urgency}`} className={classes.title ?? ""}>
              {titles[urgency]} ({proofs.length})
            </Title>
            <ProofsTable
              urgency={urgency}
              caption={titles[urgency]}
              proofs={proofs}
              scope={scope}
              refreshing={refreshing}
            />
          </section>
        );
      })}
    </div>
  );
}
