import { Trans, useLingui } from "@lingui/react/macro";
import { orderIssueText } from "../order-issues.ts";
import { ERROR_MESSAGES } from "../ui/error-messages.ts";
import type { EntryState } from "./entries.ts";

/** Where a write that waits here stands, and why it was refused. */
export function StateWords({ state }: { state: EntryState }): React.ReactNode {
  const { i18n } = useLingui();
  if (state.name === "sending") return <Trans>Envoi en cours…</Trans>;
  if (state.name === "refused" && state.code === "CONFLICT")
    return (
      <Trans>
        Refusée : quelqu'un d'autre a modifié cette commande entre-temps. Ouvrez-la, et choisissez la version
        à garder.
      </Trans>
    );
  if (state.name === "refused") {
    const reasons = new Set(state.issues.map(({ code }) => orderIssueText(code, i18n)));
    const words = reasons.size > 0 ? [...reasons].join(" ") : i18n._(ERROR_MESSAGES[state.code]);
    return <Trans>Refusée : {words}</Trans>;
  }
  switch (state.delay) {
    case "unreachable":
      return <Trans>En attente : le serveur ne répond pas.</Trans>;
    case "server":
      return <Trans>En attente : le serveur a rencontré une erreur.</Trans>;
    case "busy":
      return <Trans>En attente : trop d'envois à la fois.</Trans>;
    case "signed-out":
      return <Trans>En attente de votre connexion.</Trans>;
    case null:
      return <Trans>En attente.</Trans>;
  }
}
