import { Plural, Trans } from "@lingui/react/macro";
import type { ProofState } from "../shared/certificates.ts";
import classes from "./proof-badge.module.css";
import type { IconName } from "./ui/icons.tsx";
import { Icon } from "./ui/icons.tsx";

type ShownState = ProofState["state"] | "replaced";

const ICONS: Readonly<Record<ShownState, IconName>> = {
  valid: "check",
  expiring: "alert",
  expired: "cross",
  replaced: "minus",
  future: "calendar",
};

/** State of proofs: icon, words and colour. */
export function ProofMark({
  state,
  children,
}: {
  state: ShownState;
  children: React.ReactNode;
}): React.ReactNode {
  return (
    <span className={classes.proof} data-state={state}>
      <Icon name={ICONS[state]} size={14} />
      {children}
    </span>
  );
}

interface ProofBadgeProps {
  proof: ProofState;
  /** A later proof of the same scheme is on file. */
  replaced: boolean;
}

/** What a proof is worth today. */
export function ProofBadge({ proof, replaced }: ProofBadgeProps): React.ReactNode {
  const state = proof.state === "expired" && replaced ? "replaced" : proof.state;
  return (
    <ProofMark state={state}>
      {state === "replaced" ? <Trans>terminée, remplacée</Trans> : <StateWords proof={proof} />}
    </ProofMark>
  );
}

function StateWords({ proof }: { proof: ProofState }): React.ReactNode {
  switch (proof.state) {
    case "valid":
      return <Trans>valide</Trans>;
    case "expiring":
      return (
        <Plural
          value={proof.daysLeft ?? 0}
          _0="expire aujourd'hui"
          one="expire dans # jour"
          other="expire dans # jours"
        />
      );
    case "expired":
      return <Plural value={proof.daysSince} one="expirée depuis # jour" other="expirée depuis # jours" />;
    case "future":
      return <Plural value={proof.daysUntil} one="commence dans # jour" other="commence dans # jours" />;
  }
}
