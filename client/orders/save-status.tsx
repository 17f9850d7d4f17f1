import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icons.tsx";
import classes from "./save-status.module.css";
import type { SaveState } from "./use-save-order.ts";

export interface SaveStatusProps {
  state: SaveState;
  /** Something on screen is not on the server. */
  dirty: boolean;
  /** The order exists on the server. */
  stored: boolean;
  /** This browser refused to keep the draft. */
  unkept: boolean;
  onRetry: () => void;
}

/** What is really known of where the lines are, in words; never what one hopes. */
export function SaveStatus(props: SaveStatusProps): React.ReactNode {
  return (
    <p className={classes.status} role="status" data-phase={props.state.phase} data-dirty={props.dirty}>
      <StatusWords {...props} />
    </p>
  );
}

function StatusWords({ state, dirty, stored, unkept, onRetry }: SaveStatusProps): React.ReactNode {
  if (state.phase === "saving") return <Trans>Enregistrement…</Trans>;
  if (state.phase === "unreachable")
    return (
      <>
        <Icon name="alert" size={16} />
        <Trans>Non enregistré : serveur injoignable, vos lignes restent ici.</Trans>
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          <Trans>Réessayer</Trans>
        </Button>
      </>
    );
  if (dirty && state.phase !== "none" && state.phase !== "saved" && !unkept)
    return <Trans>Modifié, gardé sur cet appareil</Trans>;
  if (state.phase === "waiting") return <WaitingWords delay={state.delay} onRetry={onRetry} />;
  if (state.phase === "refused" || state.phase === "conflict" || state.phase === "failed")
    return (
      <>
        <Icon name="alert" size={16} />
        <Trans>Refusé : à corriger. Vos lignes sont gardées sur cet appareil.</Trans>
      </>
    );
  if (unkept && dirty)
    return (
      <>
        <Icon name="alert" size={16} />
        <Trans>Ce navigateur ne peut rien garder : enregistrez avant de quitter la page.</Trans>
      </>
    );
  if (dirty)
    return stored ? (
      <Trans>Modifié, gardé sur cet appareil</Trans>
    ) : (
      <Trans>Brouillon, gardé sur cet appareil</Trans>
    );
  if (state.phase === "saved") {
    const { at } = state;
    return (
      <>
        <Icon name="check" size={16} />
        <Trans>Enregistré à {at}</Trans>
      </>
    );
  }
  return stored ? <Trans>Enregistré</Trans> : <Trans>Nouvelle commande</Trans>;
}

/** Kept on this device; why it has not left yet. */
function WaitingWords({
  delay,
  onRetry,
}: {
  delay: Extract<SaveState, { phase: "waiting" }>["delay"];
  onRetry: () => void;
}): React.ReactNode {
  return (
    <>
      <Icon name="alert" size={16} />
      {delay === "signed-out" ? (
        <Trans>En attente, gardé sur cet appareil : part quand vous serez reconnecté.</Trans>
      ) : (
        <Trans>En attente, gardé sur cet appareil : part dès que le serveur répond.</Trans>
      )}
      {delay !== null && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          <Trans>Réessayer</Trans>
        </Button>
      )}
    </>
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
