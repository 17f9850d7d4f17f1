import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { invoiceRefusalSentence } from "../../shared/invoice-sentences.ts";
import { declaredHtCents } from "../../shared/invoices/purchases.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import type { Invoice } from "../../shared/invoices.ts";
import { lineAmounts } from "../../shared/order-amounts.ts";
import type { Order } from "../../shared/orders.ts";
import { InvoiceDocument } from "../invoice-document.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { SearchSelect } from "../ui/search-select.tsx";
import { MoneyText } from "../ui/values.tsx";
import classes from "./invoices.module.css";
import { TypeBeside } from "./type-beside.tsx";

const CHOICES = 50;

/** A photo or a PDF without data: seen here, typed beside it, or joined to an order that is there already. */
export function DocumentProof({
  review,
  canteenId,
}: {
  review: InvoiceReview;
  canteenId: string;
}): React.ReactNode {
  const locale = useLocale();
  const { holds } = useSession();
  const { id, refusal, orderId } = review;
  return (
    <div className={classes.beside}>
      <div>
        <InvoiceDocument canteenId={canteenId} review={review} />
      </div>
      <div>
        {refusal !== null && (
          <Alert variant="default" icon={<Icon name="info" />} mb="md">
            {invoiceRefusalSentence(refusal, locale)}
          </Alert>
        )}
        {orderId !== null ? (
          <JoinedOrder review={review} orderId={orderId} canteenId={canteenId} />
        ) : (
          holds("imports.write") && (
            <>
              <TypeBeside invoiceId={id} />
              <JoinOrder review={review} canteenId={canteenId} />
            </>
          )
        )}
      </div>
    </div>
  );
}

function JoinOrder({ review, canteenId }: { review: InvoiceReview; canteenId: string }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const attach = useAttach(canteenId);
  return (
    <section className={classes.part}>
      <Title order={2}>
        <Trans>Joindre à une commande déjà saisie</Trans>
      </Title>
      <SearchSelect
        label={t`Commande`}
        value={null}
        load={async (typed) => {
          const { orders } = await client.orders.list.query({
            canteenId,
            supplierId: null,
            status: null,
            from: null,
            to: null,
            search: typed.slice(0, 100),
            page: 0,
            pageSize: CHOICES,
          });
          return orders.map((order) => ({
            value: order.id,
            label: `${order.supplierName}, ${formatDateShort(order.orderedOn, locale)}`,
            detail: `${order.reference ?? ""} ${formatEuros(order.amountHtCents, locale)}`.trim(),
          }));
        }}
        onChange={(option) => {
          if (option !== null) attach({ invoiceId: review.id, orderId: option.value });
        }}
      />
    </section>
  );
}

function JoinedOrder({
  review,
  orderId,
  canteenId,
}: {
  review: InvoiceReview;
  orderId: string;
  canteenId: string;
}): React.ReactNode {
  const trpc = useTRPC();
  const { holds } = useSession();
  const attach = useAttach(canteenId);
  const order = useQuery({
    ...trpc.orders.get.queryOptions({ canteenId, orderId }),
    retry: false,
    meta: { quiet: true },
  });
  return (
    <section className={classes.part}>
      <Title order={2}>
        {order.isError ? <Trans>Saisie commencée</Trans> : <Trans>Pièce d'une commande</Trans>}
      </Title>
      {order.data !== undefined && review.invoice !== null && (
        <TotalsBeside order={order.data.order} invoice={review.invoice} />
      )}
      <div className={classes.choice}>
        {order.isError ? (
          <LinkButton to="/saisie" search={{ piece: review.id }}>
            <Trans>Reprendre la saisie</Trans>
          </LinkButton>
        ) : (
          <LinkButton to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId }}>
            <Trans>Ouvrir la commande</Trans>
          </LinkButton>
        )}
        {holds("imports.write") && (
          <Button variant="default" onClick={() => attach({ invoiceId: review.id, orderId: null })}>
            <Trans>Détacher</Trans>
          </Button>
        )}
      </div>
    </section>
  );
}

/** What was typed beside what the document declares. */
function TotalsBeside({ order, invoice }: { order: Order; invoice: Invoice }): React.ReactNode {
  const declared = declaredHtCents(invoice);
  if (declared === null) return null;
  const typed = order.lines.reduce((sum, line) => sum + lineAmounts(line, order.kind).amountHtCents, 0);
  return (
    <Text mb="sm" className={classes.figures ?? ""}>
      <Trans>
        Lignes saisies : <MoneyText cents={typed} /> HT. Total de la facture : <MoneyText cents={declared} />{" "}
        HT.
      </Trans>{" "}
      {typed === declared ? (
        <Trans>Les deux s'accordent.</Trans>
      ) : (
        <Text span fw={600} c="var(--bp-rejected)">
          <Trans>
            Écart : <MoneyText cents={typed - declared} />
          </Trans>
        </Text>
      )}
    </Text>
  );
}

function useAttach(canteenId: string): (link: { invoiceId: string; orderId: string | null }) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const attach = useMutation(
    trpc.invoices.attach.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.invoices.pathKey() }),
    }),
  );
  return (link) => attach.mutate({ canteenId, ...link });
}
