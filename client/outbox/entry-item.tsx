import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { formatEuros } from "../../shared/format/money.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { lineAmounts } from "../../shared/order-amounts.ts";
import type { Order } from "../../shared/orders.ts";
import { useSession } from "../session-context.tsx";
import { useLocale } from "../ui/locale.ts";
import type { OutboxEntry } from "./entries.ts";
import classes from "./outbox.module.css";
import { StateWords } from "./state-words.tsx";

export interface EntryItemProps {
  entry: OutboxEntry;
  /** The order is being opened in the grid. */
  onOpen: () => void;
  onRetry: () => void;
  onDiscard: () => void;
}

/** One write that has not arrived. */
export function EntryItem({ entry, onOpen, onRetry, onDiscard }: EntryItemProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const open = useOpenOrder(entry);
  const { state } = entry;
  const name = entry.payload.supplierName;
  const moment = formatFrenchMoment(entry.createdAt, locale);
  return (
    <li className={classes.entry} data-state={state.name}>
      <h3>
        <EntryTitle entry={entry} />
      </h3>
      <p className={classes.when}>
        {entry.kind === "orders.save" && (
          <>
            <OrderGist order={entry.payload.order} />,{" "}
          </>
        )}
        {moment}
      </p>
      <p className={classes.why}>
        <StateWords state={state} />
      </p>
      {state.name !== "sending" && (
        <div className={classes.answers}>
          {entry.kind === "orders.save" && (
            <Button
              variant={state.name === "refused" ? "filled" : "default"}
              aria-label={state.name === "refused" ? t`Corriger : ${name}` : t`Ouvrir : ${name}`}
              onClick={() => {
                onOpen();
                open();
              }}
            >
              {state.name === "refused" ? <Trans>Corriger</Trans> : <Trans>Ouvrir</Trans>}
            </Button>
          )}
          {!(state.name === "refused" && state.code === "CONFLICT") && (
            <Button variant="default" aria-label={t`Réessayer : ${name}`} onClick={onRetry}>
              <Trans>Réessayer</Trans>
            </Button>
          )}
          <Button variant="subtle" aria-label={t`Jeter : ${name}`} onClick={onDiscard}>
            <Trans>Jeter</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}

function EntryTitle({ entry }: { entry: OutboxEntry }): React.ReactNode {
  const { supplierName } = entry.payload;
  switch (entry.kind) {
    case "orders.save":
      return entry.payload.order.kind === "CREDIT_NOTE" ? (
        <Trans>Avoir de {supplierName}</Trans>
      ) : (
        <Trans>Commande à {supplierName}</Trans>
      );
    case "orders.delete":
      return <Trans>Suppression de la commande à {supplierName}</Trans>;
    case "orders.restore":
      return <Trans>Retour de la commande à {supplierName}</Trans>;
  }
}

/** « Carottes, Poireaux… (12 lignes), 340,00 € »: enough to tell two orders to one supplier apart. */
function OrderGist({ order }: { order: Order }): React.ReactNode {
  const locale = useLocale();
  const names = order.lines
    .slice(0, 2)
    .map(({ description }) => description)
    .join(", ");
  const more = order.lines.length > 2 ? "…" : "";
  const cents = order.lines.reduce((sum, line) => sum + lineAmounts(line, order.kind).amountHtCents, 0);
  return (
    <>
      {names}
      {more} (<Plural value={order.lines.length} one="# ligne" other="# lignes" />
      ), {formatEuros(cents, locale)}
    </>
  );
}

/** A new order opens where it was typed; one that the server has, on its own page. */
function useOpenOrder({ canteenId, subject, version }: OutboxEntry): () => void {
  const { selectCanteen } = useSession();
  const navigate = useNavigate();
  return () => {
    selectCanteen(canteenId);
    if (version === 0) void navigate({ to: "/saisie", search: { brouillon: subject } });
    else
      void navigate({
        to: "/commandes/$canteenId/$orderId",
        params: { canteenId, orderId: subject },
      });
  };
}
