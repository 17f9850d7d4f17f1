import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { OpenedImportDraft } from "../../shared/import-drafts.ts";
import { issueSentence } from "../../shared/purchase-file/sentences.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import { supplierOfName } from "../../shared/suppliers.ts";
import { useOutbox } from "../outbox/outbox-context.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DraftPlace } from "./draft-place.tsx";
import type { DraftOwner } from "./draft-storage.ts";
import { keptDraft } from "./kept-drafts.ts";
import { OrderEditor } from "./order-editor.tsx";
import type { OrderStart } from "./order-start.ts";
import { startOfDraft } from "./order-start.ts";
import classes from "./refused-entry.module.css";
import { refusedStart } from "./refused-start.ts";

const route = getRouteApi("/layout/saisie");
/** So few reasons need no press to be read. */
const FEW_ROWS = 5;

/** Rows that an import refused, in the grid: saved, they are an order like another. */
export function RefusedEntry({
  canteen,
  draftId,
  gone,
}: {
  canteen: SessionCanteen;
  draftId: Id;
  /** In its place, when the server does not have the rows any more: what was typed of them is still here. */
  gone: React.ReactNode;
}): React.ReactNode {
  const trpc = useTRPC();
  // Once opened, what is typed is kept on this device: the file's texts are asked for only once.
  const query = useQuery(
    trpc.importDrafts.get.queryOptions(
      { canteenId: canteen.id, draftId },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  if (query.isError && errorCode(query.error) === "NOT_FOUND") return gone;
  return <QueryView query={query}>{(draft) => <RefusedEditor canteen={canteen} draft={draft} />}</QueryView>;
}

function RefusedEditor({
  canteen,
  draft,
}: {
  canteen: SessionCanteen;
  draft: OpenedImportDraft;
}): React.ReactNode {
  const { t } = useLingui();
  const { user } = useSession();
  const locale = useLocale();
  const navigate = route.useNavigate();
  const outbox = useOutbox();
  const owner: DraftOwner = { userId: user.id, canteenId: canteen.id };
  const [start, setStart] = useState(() => opened());
  const [opening, setOpening] = useState(0);

  function opened(): OrderStart {
    const left = keptDraft(owner, draft.id, outbox.snapshot().queue);
    return left === null
      ? refusedStart(draft, { locale, dates: { today: readToday() } })
      : startOfDraft(left);
  }
  function reopen(next: OrderStart): void {
    setStart(next);
    setOpening((times) => times + 1);
  }

  return (
    <>
      <RefusedNotice draft={draft}>
        {start.header.supplier === null && draft.supplier.trim() !== "" && (
          <UnknownSupplier
            name={draft.supplier}
            onCreated={(supplier) => {
              const now = opened();
              reopen({ ...now, found: false, header: { ...now.header, supplier } });
            }}
          />
        )}
      </RefusedNotice>
      <DraftPlace
        key={start.orderId}
        owner={owner}
        orderId={start.orderId}
        title={t`Lignes à corriger`}
        onTaken={() => reopen(opened())}
        onNew={null}
      >
        <OrderEditor
          key={opening}
          start={start}
          owner={owner}
          title={t`Lignes à corriger`}
          correcting
          actions={
            <LinkButton to="/importer" variant="subtle">
              <Trans>Revenir aux imports</Trans>
            </LinkButton>
          }
          onValidated={() => void navigate({ to: "/importer" })}
          onReload={() =>
            void navigate({
              to: "/commandes/$canteenId/$orderId",
              params: { canteenId: canteen.id, orderId: start.orderId },
            })
          }
          onKeepAsCopy={setStart}
        />
      </DraftPlace>
    </>
  );
}

/** The file names somebody whom the catalogue does not have. */
function UnknownSupplier({
  name,
  onCreated,
}: {
  name: string;
  onCreated: (supplier: { id: Id; name: string }) => void;
}): React.ReactNode {
  const { holds } = useSession();
  const trpc = useTRPC();
  const [id] = useState(newId);
  const save = useMutation(trpc.suppliers.save.mutationOptions({ onSuccess: () => onCreated({ id, name }) }));
  return (
    <p className={classes.unknown}>
      <Trans>
        Le fichier écrit « {name} », que le catalogue n'a pas : choisissez un fournisseur ci-dessous.
      </Trans>
      {holds("catalogue.write") && (
        <Button
          variant="default"
          size="compact-md"
          loading={save.isPending}
          onClick={() => save.mutate({ id, input: supplierOfName({ name, siret: null }) })}
        >
          <Trans>Créer ce fournisseur</Trans>
        </Button>
      )}
    </p>
  );
}

/** Where the rows come from, and why each was refused. */
function RefusedNotice({
  draft,
  children,
}: {
  draft: OpenedImportDraft;
  children: React.ReactNode;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { fileName, rows } = draft;
  return (
    <section className={classes.notice} aria-label={t`Lignes refusées`} data-no-print>
      <p>
        <Plural
          value={rows.length}
          one="# ligne refusée à l'import de"
          other="# lignes refusées à l'import de"
        />{" "}
        <strong>{fileName}</strong>.
      </p>
      {children}
      <details open={rows.length <= FEW_ROWS}>
        <summary>
          <Trans>Pourquoi</Trans>
        </summary>
        <ul>
          {rows.map(({ row, texts, issues }) => (
            <li key={row}>
              <Trans>
                Ligne {row}, {texts.description ?? "–"} :
              </Trans>{" "}
              {issues.map((issue) => issueSentence(issue, locale)).join(" ")}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
