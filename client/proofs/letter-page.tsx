import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/links.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { LetterForm } from "./letter-form.tsx";
import { useProofs, useProofsScope } from "./use-proofs.ts";

const route = getRouteApi("/layout/justificatifs/lettre");

/** The letter that asks a supplier for its proofs. */
export function LetterPage(): React.ReactNode {
  const { t } = useLingui();
  const { fournisseur, ...search } = route.useSearch();
  const scope = useProofsScope(search);
  const query = useProofs(scope);
  return (
    <QueryView query={query} lines={12} failedTitle={t`Demande de justificatifs`}>
      {({ proofs }) => {
        const own = proofs.filter((proof) => proof.holderId === fournisseur && proof.urgency !== "valid");
        const [first] = own;
        const back = (
          <LinkButton to="/justificatifs" search={{ perimetre: scope.perimetre }} variant="default">
            <Trans>Retour aux justificatifs</Trans>
          </LinkButton>
        );
        if (first === undefined) {
          return (
            <>
              <PageHeader title={t`Demande de justificatifs`} />
              <EmptyState title={t`Rien à demander`} action={back}>
                <Trans>
                  Les justificatifs de ce fournisseur sont en règle, ou rien n'a été acheté chez lui.
                </Trans>
              </EmptyState>
            </>
          );
        }
        return <LetterForm key={first.holderId} proofs={own} scope={scope} back={back} />;
      }}
    </QueryView>
  );
}
