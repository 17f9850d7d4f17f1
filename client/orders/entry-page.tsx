import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import type { SessionCanteen } from "../../shared/session.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { NoRight } from "../no-right.tsx";
import { useOutbox, useOutboxSnapshot } from "../outbox/outbox-context.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadingSkeleton } from "../ui/loading-skeleton.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { carryOver, newHeader } from "./carried.ts";
import { draftCopyOf } from "./draft-copy.ts";
import { DraftPlace } from "./draft-place.tsx";
import type { DraftOwner } from "./draft-storage.ts";
import { keepDraft } from "./draft-storage.ts";
import { keptDraft, unfinishedEntries } from "./kept-drafts.ts";
import { OrderEditor } from "./order-editor.tsx";
import type { OrderStart } from "./order-start.ts";
import { draftOfStart, newStart, startOfDraft } from "./order-start.ts";
import { orderWaiting } from "./order-waiting.ts";
import { useStoredOrder } from "./use-stored-order.ts";

const PieceEntry = lazy(() =>
  import("./piece-entry.tsx").then(({ PieceEntry }) => ({ default: PieceEntry })),
);
const RefusedEntry = lazy(() =>
  import("./refused-entry.tsx").then(({ RefusedEntry }) => ({ default: RefusedEntry })),
);

const route = getRouteApi("/layout/saisie");

/** « Saisie »: a new order, the one left unfinished here, a copy of an earlier one, or one beside its document. */
export function EntryPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, holds } = useSession();
  const { copie, brouillon, lignes, piece } = route.useSearch();
  const { ready } = useOutboxSnapshot();
  if (canteen === null) {
    return (
      <>
        <PageHeader title={t`Saisie`} />
        <NoCanteen>
          <Trans>Votre compte ne saisit pour aucune cantine. Demandez ce droit à l'administrateur.</Trans>
        </NoCanteen>
      </>
    );
  }
  if (!holds("orders.draft")) {
    return (
      <>
        <PageHeader title={t`Saisie`} />
        <NoRight />
      </>
    );
  }
  if (!ready) return <LoadingSkeleton />;
  if (piece !== undefined)
    return (
      <Suspense fallback={<LoadingSkeleton />}>
        <PieceEntry key={piece} canteen={canteen} pieceId={piece} />
      </Suspense>
    );
  if (lignes !== undefined)
    return (
      <Suspense fallback={<LoadingSkeleton />}>
        <RefusedEntry
          key={lignes}
          canteen={canteen}
          draftId={lignes}
          gone={<NewEntry canteen={canteen} draftId={lignes} />}
        />
      </Suspense>
    );
  if (copie !== undefined) return <CopyEntry key={copie} canteen={canteen} orderId={copie} />;
  return <NewEntry key={`${canteen.id}/${brouillon}`} canteen={canteen} draftId={brouillon} />;
}

/** « Comme la dernière fois »: the lines of an earlier order become a draft of today, then that draft opens. */
function CopyEntry({ canteen, orderId }: { canteen: SessionCanteen; orderId: string }): React.ReactNode {
  const { user } = useSession();
  const navigate = route.useNavigate();
  const { order, error, retry } = useStoredOrder({ canteenId: canteen.id, orderId });
  const [copy, setCopy] = useState<OrderStart | null>(null);
  const owner = { userId: user.id, canteenId: canteen.id };
  const kept = copy !== null && keepDraft(owner, draftOfStart(copy));

  useEffect(() => {
    if (order !== null) setCopy((before) => before ?? draftCopyOf(order, readToday()));
  }, [order]);
  useEffect(() => {
    if (copy !== null && kept) void navigate({ search: { brouillon: copy.orderId }, replace: true });
  }, [copy, kept, navigate]);

  if (error !== null) return <ErrorState error={error} onRetry={retry} />;
  // Storage is off: the copy opens all the same.
  return copy !== null && !kept ? <NewEntry canteen={canteen} given={copy} /> : <LoadingSkeleton />;
}

interface NewEntryProps {
  canteen: SessionCanteen;
  given?: OrderStart;
  /** A draft of this browser; undefined: the latest. */
  draftId?: string | undefined;
}

function NewEntry({ canteen, given, draftId }: NewEntryProps): React.ReactNode {
  const { t } = useLingui();
  const { user } = useSession();
  const navigate = route.useNavigate();
  const owner: DraftOwner = { userId: user.id, canteenId: canteen.id };
  const outbox = useOutbox();
  const [start, setStart] = useState(() => given ?? opened(draftId) ?? fresh(owner));

  /** The draft asked for, else the latest entry left unfinished in this browser; null: there is none. */
  function opened(orderId: string | undefined): OrderStart | null {
    const { queue } = outbox.snapshot();
    const draft =
      orderId === undefined ? unfinishedEntries(owner, queue)[0] : keptDraft(owner, orderId, queue);
    return draft == null ? orderWaiting(queue, { owner, orderId }) : startOfDraft(draft);
  }
  function openNew(): void {
    if (draftId !== undefined) void navigate({ search: {}, replace: true });
    setStart(fresh(owner));
  }

  return (
    <DraftPlace
      key={start.orderId}
      owner={owner}
      orderId={start.orderId}
      title={t`Saisie`}
      onTaken={() => setStart(opened(start.orderId) ?? fresh(owner))}
      onNew={openNew}
    >
      <OrderEditor
        start={start}
        owner={owner}
        title={t`Saisie`}
        actions={
          <Button variant="subtle" leftSection={<Icon name="plus" />} onClick={openNew}>
            <Trans>Nouvelle</Trans>
          </Button>
        }
        onValidated={(header) => {
          carryOver(owner, header, readToday());
          openNew();
        }}
        onReload={() =>
          void navigate({
            to: "/commandes/$canteenId/$orderId",
            params: { canteenId: canteen.id, orderId: start.orderId },
          })
        }
        onKeepAsCopy={setStart}
      />
    </DraftPlace>
  );
}

function fresh(owner: DraftOwner): OrderStart {
  return newStart(newHeader(owner, readToday()));
}
