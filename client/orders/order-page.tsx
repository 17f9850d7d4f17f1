import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { useOutbox, useOutboxSnapshot } from "../outbox/outbox-context.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { LoadingSkeleton } from "../ui/loading-skeleton.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { FailedRead } from "../ui/query-view.tsx";
import { DraftPlace } from "./draft-place.tsx";
import { keptDraft } from "./kept-drafts.ts";
import { OrderEditor } from "./order-editor.tsx";
import { OrderMenu } from "./order-menu.tsx";
import type { OrderStart } from "./order-start.ts";
import { startOfDraft } from "./order-start.ts";
import { orderWaiting } from "./order-waiting.ts";
import { useStoredOrder } from "./use-stored-order.ts";

const route = getRouteApi("/layout/commandes/$canteenId/$orderId");

/** One order of the list, with the verdicts kept with it. */
export function OrderPage(): React.ReactNode {
  const { canteenId, orderId } = route.useParams();
  const { ready } = useOutboxSnapshot();
  return ready ? <OneOrder key={orderId} canteenId={canteenId} orderId={orderId} /> : <LoadingSkeleton />;
}

function OneOrder({ canteenId, orderId }: { canteenId: Id; orderId: Id }): React.ReactNode {
  const { t } = useLingui();
  const { user, holds } = useSession();
  const { reception } = route.useSearch();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const outbox = useOutbox();
  const navigate = route.useNavigate();
  const owner = { userId: user.id, canteenId };
  const { order, error, retry } = useStoredOrder({ canteenId, orderId });
  const [opening, setOpening] = useState(0);
  /** What this device has of it that the server may not have, as it was when the page opened. */
  const [left, setLeft] = useState(whatIsLeft);
  if (order === null && (error === null || left === null)) {
    if (error === null) return <LoadingSkeleton />;
    return (
      <>
        <PageHeader title={t`Commandes`} />
        <FailedRead error={error} onRetry={retry} />
      </>
    );
  }

  const known = order ?? left;
  if (known === null) return null;
  const readOnly = !holds(known.header.status === "DRAFT" ? "orders.draft" : "orders.write");
  const supplier = known.header.supplier?.name ?? "";
  const found = left !== null && !readOnly ? { ...left, verdicts: order?.verdicts ?? {} } : known;

  async function reload(then: OrderStart | null): Promise<void> {
    await queryClient.refetchQueries({ queryKey: trpc.orders.get.queryKey({ canteenId, orderId }) });
    setLeft(then);
    setOpening((times) => times + 1);
  }

  const title = found.header.kind === "CREDIT_NOTE" ? t`Avoir de ${supplier}` : t`Commande à ${supplier}`;
  const editor = (
    <OrderEditor
      key={opening}
      start={found}
      owner={owner}
      readOnly={readOnly}
      receiving={reception === true}
      title={title}
      actions={
        <OrderMenu
          canteenId={canteenId}
          order={{ id: orderId, supplierName: supplier }}
          readOnly={readOnly}
        />
      }
      onValidated={() => undefined}
      onReload={() => void reload(null)}
      onKeepAsCopy={(copy) => {
        void navigate({ to: "/saisie", search: { brouillon: copy.orderId } });
      }}
    />
  );
  if (readOnly) return editor;
  return (
    <DraftPlace
      owner={owner}
      orderId={orderId}
      title={title}
      onTaken={() => void reload(whatIsLeft())}
      onNew={null}
    >
      {editor}
    </DraftPlace>
  );

  function whatIsLeft(): OrderStart | null {
    const { queue } = outbox.snapshot();
    const draft = keptDraft(owner, orderId, queue);
    return draft === null ? orderWaiting(queue, { owner, orderId }) : startOfDraft(draft);
  }
}
