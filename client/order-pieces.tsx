import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Id } from "../shared/ids.ts";
import { useSession } from "./session-context.tsx";
import { useTRPC } from "./trpc.ts";
import { TextLink } from "./ui/links.tsx";

/** The documents behind an order, for those who may read them: a PDF or a photo opens as it is, data as a page. */
export function OrderPieces({ canteenId, orderId }: { canteenId: Id; orderId: Id }): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.invoices.ofOrders.queryOptions({ canteenId, orderIds: [orderId] }),
    enabled: holds("orders.draft"),
    meta: { quiet: true },
  });
  const pieces = query.data ?? [];
  if (pieces.length === 0) return null;
  return (
    <span>
      <Trans>Pièce</Trans>{" "}
      {pieces.map(({ id, number, fileName, media }, index) => {
        const name = number ?? fileName;
        return (
          <span key={id}>
            {index > 0 && ", "}
            {media === "invoice-xml" ? (
              <TextLink to="/factures/$canteenId/$invoiceId" params={{ canteenId, invoiceId: id }}>
                {name}
              </TextLink>
            ) : (
              <Anchor
                href={`/files/invoices/${canteenId}/${id}`}
                target="_blank"
                rel="noreferrer"
                aria-label={t`Pièce ${name}, dans un autre onglet`}
              >
                {name}
              </Anchor>
            )}
          </span>
        );
      })}
    </span>
  );
}
