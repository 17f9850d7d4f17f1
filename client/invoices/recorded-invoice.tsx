import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import type { Invoice } from "../../shared/invoices.ts";
import { useSession } from "../session-context.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { DateText } from "../ui/values.tsx";
import classes from "./invoices.module.css";
import { ReadInvoice } from "./read-invoice.tsx";
import { useUnrecordInvoice } from "./use-record-invoice.ts";

/** An invoice whose lines are in an order: the way to it, and back. */
export function RecordedInvoice({
  review,
  invoice,
  canteenId,
}: {
  review: InvoiceReview;
  invoice: Invoice;
  canteenId: string;
}): React.ReactNode {
  const { holds } = useSession();
  const undo = useUnrecordInvoice(canteenId);
  const { recordedAt, orderIds } = review;
  return (
    <>
      <Alert mt="md" variant="default" className={classes.good ?? ""} icon={<Icon name="check" />}>
        <Text>
          <Trans>
            Enregistrée le <DateText date={recordedAt?.slice(0, 10) ?? null} />
             : ses lignes comptent dans vos chiffres.
          </Trans>
        </Text>
        <Group mt="sm">
          {orderIds.map((orderId, index) => (
            <LinkButton key={orderId} to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId }}>
              {orderIds.length === 1 ? (
                <Trans>Ouvrir la commande</Trans>
              ) : (
                <Trans>Ouvrir la commande {index + 1}</Trans>
              )}
            </LinkButton>
          ))}
          {holds("imports.write") && (
            <Button variant="default" leftSection={<Icon name="undo" />} onClick={() => undo(review.id)}>
              <Trans>Annuler l'enregistrement</Trans>
            </Button>
          )}
        </Group>
      </Alert>
      <ReadInvoice invoice={invoice} />
    </>
  );
}
