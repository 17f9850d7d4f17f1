import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { DateText } from "../ui/values.tsx";
import { DocumentProof } from "./document-proof.tsx";
import { InvoiceStateBadge } from "./invoice-state-badge.tsx";
import classes from "./invoices.module.css";
import { OriginalLink } from "./original-link.tsx";
import { ReadInvoice } from "./read-invoice.tsx";
import { RecordedInvoice } from "./recorded-invoice.tsx";
import { ReviewInvoice } from "./review-invoice.tsx";
import { useDiscardInvoice } from "./use-discard-invoice.ts";

const route = getRouteApi("/layout/factures/$canteenId/$invoiceId");

/** One document: reviewed then recorded, or joined to an order. */
export function InvoicePage(): React.ReactNode {
  const { t } = useLingui();
  const { canteenId, invoiceId } = route.useParams();
  const { fournisseur } = route.useSearch();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.invoices.review.queryOptions({ canteenId, invoiceId, supplierId: fournisseur ?? null }),
  );
  return (
    <QueryView query={query} lines={12} failedTitle={t`Factures`}>
      {(review) => (
        <>
          <Header review={review} canteenId={canteenId} />
          <Body review={review} canteenId={canteenId} />
        </>
      )}
    </QueryView>
  );
}

interface Shown {
  review: InvoiceReview;
  canteenId: string;
}

function Header({ review, canteenId }: Shown): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const discard = useDiscardInvoice(canteenId);
  const { invoice, state, fileName } = review;
  const number = invoice?.number ?? "";
  return (
    <PageHeader
      title={
        invoice === null
          ? fileName
          : invoice.kind === "CREDIT_NOTE"
            ? t`Avoir ${number}`
            : t`Facture ${number}`
      }
      lead={
        <>
          <InvoiceStateBadge state={state} /> {invoice?.seller.name ?? review.supplier?.name ?? ""}
          {invoice !== null && invoice.date !== null && (
            <>
              {" · "}
              <DateText date={invoice.date} />
            </>
          )}
        </>
      }
      actions={
        <>
          <OriginalLink canteenId={canteenId} invoiceId={review.id} media={review.media} />
          {state !== "RECORDED" && holds("imports.write") && (
            <Button
              variant="subtle"
              className={classes.touch ?? ""}
              leftSection={<Icon name="trash" />}
              onClick={() => discard(review)}
            >
              <Trans>Retirer</Trans>
            </Button>
          )}
        </>
      }
    />
  );
}

function Body({ review, canteenId }: Shown): React.ReactNode {
  const { holds } = useSession();
  const { invoice } = review;
  if (invoice === null || review.state === "ATTACHED")
    return <DocumentProof review={review} canteenId={canteenId} />;
  if (review.state === "RECORDED")
    return <RecordedInvoice review={review} invoice={invoice} canteenId={canteenId} />;
  if (!holds("imports.write")) return <ReadInvoice invoice={invoice} />;
  return (
    <ReviewInvoice
      key={`${review.id}/${review.supplier?.id}`}
      review={review}
      invoice={invoice}
      canteenId={canteenId}
    />
  );
}
