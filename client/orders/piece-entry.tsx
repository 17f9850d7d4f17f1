import { Trans, useLingui } from "@lingui/react/macro";
import { Box, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { declaredHtCents } from "../../shared/invoices/purchases.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import type { Invoice } from "../../shared/invoices.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import { InvoiceDocument } from "../invoice-document.tsx";
import { useOutbox } from "../outbox/outbox-context.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { LinkButton } from "../ui/links.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { MoneyText } from "../ui/values.tsx";
import { carryOver, newHeader } from "./carried.ts";
import { DraftPlace } from "./draft-place.tsx";
import type { DraftOwner } from "./draft-storage.ts";
import { keptDraft } from "./kept-drafts.ts";
import { OrderEditor } from "./order-editor.tsx";
import type { OrderStart } from "./order-start.ts";
import { newStart, startOfDraft } from "./order-start.ts";
import { orderWaiting } from "./order-waiting.ts";
import classes from "./piece-entry.module.css";
import { headerOfPiece } from "./piece-header.ts";

interface PieceEntryProps {
  canteen: SessionCanteen;
  /** The photo, PDF or invoice of totals whose lines are typed. */
  pieceId: string;
}

/** A new order typed beside the document that proves it. */
export function PieceEntry({ canteen, pieceId }: PieceEntryProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.invoices.review.queryOptions({ canteenId: canteen.id, invoiceId: pieceId, supplierId: null }),
  );
  return (
    <QueryView query={query} failedTitle={t`Saisie`}>
      {(piece) => <BesidePiece canteen={canteen} piece={piece} />}
    </QueryView>
  );
}

function BesidePiece({ canteen, piece }: { canteen: SessionCanteen; piece: InvoiceReview }): React.ReactNode {
  const { t } = useLingui();
  const { user } = useSession();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const outbox = useOutbox();
  const owner: DraftOwner = { userId: user.id, canteenId: canteen.id };
  const [start, setStart] = useState(() => startOf(piece, { owner, queue: outbox.snapshot().queue }));
  const { mutate } = useMutation(trpc.invoices.attach.mutationOptions());
  const params = { canteenId: canteen.id, invoiceId: piece.id };
  const { orderId } = start;
  useEffect(() => {
    if (piece.orderId !== orderId) mutate({ canteenId: canteen.id, invoiceId: piece.id, orderId });
  }, [mutate, canteen.id, piece.id, piece.orderId, orderId]);

  function leave(): void {
    void queryClient.invalidateQueries({ queryKey: trpc.invoices.pathKey() });
    void navigate({ to: "/factures/$canteenId/$invoiceId", params });
  }

  return (
    <div className={classes.beside}>
      <div className={classes.document}>
        {piece.media === "invoice-xml" ? (
          // Focusable: what scrolls must be reachable with the keyboard.
          <Box component="section" className={classes.sheet} aria-label={piece.fileName} tabIndex={0}>
            <InvoiceDocument canteenId={canteen.id} review={piece} />
          </Box>
        ) : (
          <>
            {piece.invoice !== null && <DeclaredTotal invoice={piece.invoice} />}
            <InvoiceDocument canteenId={canteen.id} review={piece} />
          </>
        )}
      </div>
      <div className={classes.entry}>
        <DraftPlace
          key={orderId}
          owner={owner}
          orderId={orderId}
          title={t`Saisie`}
          onTaken={() => setStart(startOf({ ...piece, orderId }, { owner, queue: outbox.snapshot().queue }))}
          onNew={null}
        >
          <OrderEditor
            start={start}
            owner={owner}
            title={t`Saisie`}
            actions={
              <LinkButton variant="subtle" to="/factures/$canteenId/$invoiceId" params={params}>
                <Trans>Voir la pièce</Trans>
              </LinkButton>
            }
            onValidated={(header) => {
              carryOver(owner, header, readToday());
              leave();
            }}
            onReload={leave}
            onKeepAsCopy={setStart}
          />
        </DraftPlace>
      </div>
    </div>
  );
}

/** What the lines typed beside it should add up to. */
function DeclaredTotal({ invoice }: { invoice: Invoice }): React.ReactNode {
  const declared = declaredHtCents(invoice);
  if (declared === null) return null;
  return (
    <Text fw={600} mb="xs">
      <Trans>
        Total de la facture : <MoneyText cents={declared} /> HT
      </Trans>
    </Text>
  );
}

/** The entry begun here for that document, else a new one. */
function startOf(
  piece: InvoiceReview,
  { owner, queue }: { owner: DraftOwner; queue: Parameters<typeof orderWaiting>[0] },
): OrderStart {
  const { orderId } = piece;
  const today = readToday();
  const fresh = newStart(headerOfPiece(newHeader(owner, today), piece, today));
  if (orderId === null) return fresh;
  const draft = keptDraft(owner, orderId, queue);
  if (draft !== null) return startOfDraft(draft);
  return orderWaiting(queue, { owner, orderId }) ?? { ...fresh, orderId };
}
