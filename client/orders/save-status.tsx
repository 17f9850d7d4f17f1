import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useOutbox } from "../outbox/outbox-context.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import type { DraftKeeper, DraftState } from "./draft-keeper.ts";
import classes from "./save-status.module.css";
import { useDraftState } from "./use-draft.ts";
import type { SaveState } from "./use-save-order.ts";

export interface SaveStatusProps {
  state: SaveState;
  keeper: DraftKeeper;
  /** The order exists on the server. */
  stored: boolean;
  /** This browser has no outbox: what is saved goes to the server or nowhere. */
  direct: boolean;
  onRetry: () => void;
}

/** What is really known of where the lines are, in words; never what one hopes. */
export function SaveStatus(props: SaveStatusProps): React.ReactNode {
  const draft = useDraftState(props.keeper);
  return (
    <p className={classes.status} role="status" data-phase={props.state.phase} data-dirty={draft.dirty}>
      <StatusWords {...props} {...draft} />
    </p>
  );
}

function StatusWords(props: SaveStatusProps & DraftState): React.ReactNode {
  const { state, dirty, stored, unkept, direct, onRetry } = props;
  if (state.phase === "saving") return <Trans>Enregistrement…</Trans>;
  if (state.phase === "unreachable")
    return (
      <>
        <Said icon="alert">
          <Trans>Non enregistré : serveur injoignable, vos lignes restent ici.</Trans>
        </Said>
        <RetryButton onClick={onRetry} />
      </>
    );
  if (unkept && dirty)
    return (
      <Said icon="alert">
        <Trans>Ce navigateur ne peut rien garder : enregistrez avant de quitter la page.</Trans>
      </Said>
    );
  if (dirty)
    return stored || state.phase !== "none" ? (
      <Trans>Modifié, gardé sur cet appareil</Trans>
    ) : (
      <Trans>Brouillon, gardé sur cet appareil</Trans>
    );
  if (state.phase === "waiting") return <WaitingWords delay={state.delay} />;
  if (state.phase === "refused" || state.phase === "conflict" || state.phase === "failed")
    return (
      <Said icon="alert">
        <Trans>Refusé : à corriger. Vos lignes sont gardées sur cet appareil.</Trans>
      </Said>
    );
  if (state.phase === "saved") {
    const { at } = state;
    return (
      <Said icon="check">
        <Trans>Enregistré à {at}</Trans>
      </Said>
    );
  }
  if (direct)
    return (
      <Said icon="info">
        <Trans>Ce navigateur ne garde rien en attente : la commande part directement au serveur.</Trans>
      </Said>
    );
  return stored ? <Trans>Enregistré</Trans> : <Trans>Nouvelle commande</Trans>;
}

/** Kept on this device; why it has not left yet. */
function WaitingWords({ delay }: Pick<Extract<SaveState, { phase: "waiting" }>, "delay">): React.ReactNode {
  const outbox = useOutbox();
  return (
    <>
      <Said icon="alert">
        {delay === "signed-out" ? (
          <Trans>En attente, gardé sur cet appareil : part quand vous serez reconnecté.</Trans>
        ) : (
          <Trans>En attente, gardé sur cet appareil : part dès que le serveur répond.</Trans>
        )}
      </Said>
      <RetryButton onClick={() => outbox.retry()} />
    </>
  );
}

function Said({ icon, children }: { icon: IconName; children: React.ReactNode }): React.ReactNode {
  return (
    <span className={classes.said}>
      <Icon name={icon} size={16} />
      <span>{children}</span>
    </span>
  );
}

function RetryButton({ onClick }: { onClick: () => void }): React.ReactNode {
  return (
    <Button size="compact-sm" variant="default" onClick={onClick}>
      <Trans>Réessayer</Trans>
    </Button>
  );
}

export interface SaveAlertProps {
  state: SaveState;
  onReload: () => void;
  onKeepAsCopy: () => void;
}

/** What needs an answer: somebody else's change, or a refusal of the server. */
export function SaveAlert({ state, onReload, onKeepAsCopy }: SaveAlertProps): React.ReactNode {
  if (state.phase === "failed") return <ErrorState error={state.error} />;
  if (state.phase !== "conflict") return null;
  return (
    <div role="alert" className={classes.conflict}>
      <p>
        <strong>
          <Trans>Quelqu'un d'autre a modifié cette commande entre-temps.</Trans>
        </strong>{" "}
        <Trans>Rien n'est perdu : choisissez la version à garder.</Trans>
      </p>
      <div className={classes.answers}>
        <Button variant="default" onClick={onReload}>
          <Trans>Reprendre la sienne</Trans>
        </Button>
        <Button onClick={onKeepAsCopy}>
          <Trans>Garder la mienne en copie</Trans>
        </Button>
      </div>
    </div>
  );
}
