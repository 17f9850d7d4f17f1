import { Plural, Trans } from "@lingui/react/macro";
import type { ProofState, ProofSum } from "../../shared/certificates.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { Icon } from "../ui/icons.tsx";
import classes from "./suppliers.module.css";

interface ProofBadgeProps {
  proof: ProofState;
  /** A later proof of the same scheme is on file. */
  replaced: boolean;
}

/** What a proof is worth today: icon, words and colour. */
export function ProofBadge({ proof, replaced }: ProofBadgeProps): React.ReactNode {
  if (proof.state === "expired" && replaced) {
    return (
      <span className={classes.proof} data-state="replaced">
        <Icon name="minus" size={14} />
        <Trans>terminée, remplacée</Trans>
      </span>
    );
  }
  switch (proof.state) {
    case "valid":
      return (
        <span className={classes.proof} data-state="valid">
          <Icon name="check" size={14} />
          <Trans>valide</Trans>
        </span>
      );
    case "expiring":
      return (
        <span className={classes.proof} data-state="expiring">
          <Icon name="alert" size={14} />
          <Plural
            value={proof.daysLeft ?? 0}
            _0="expire aujourd'hui"
            one="expire dans # jour"
            other="expire dans # jours"
          />
        </span>
      );
    case "expired":
      return (
        <span className={classes.proof} data-state="expired">
          <Icon name="cross" size={14} />
          <Plural value={proof.daysSince} one="expirée depuis # jour" other="expirée depuis # jours" />
        </span>
      );
    case "future":
      return (
        <span className={classes.proof} data-state="future">
          <Icon name="calendar" size={14} />
          <Plural value={proof.daysUntil} one="commence dans # jour" other="commence dans # jours" />
        </span>
      );
  }
}

/** A supplier's proofs in one cell of a list; « – » when there is none. */
export function ProofSumText({ sum }: { sum: ProofSum }): React.ReactNode {
  if (sum.valid + sum.expiring + sum.expired === 0) return MISSING;
  return (
    <span className={classes.badges}>
      {sum.valid > 0 && (
        <span className={classes.proof} data-state="valid">
          <Icon name="check" size={14} />
          <Plural value={sum.valid} one="# valide" other="# valides" />
        </span>
      )}
      {sum.expiring > 0 && (
        <span className={classes.proof} data-state="expiring">
          <Icon name="alert" size={14} />
          <Plural value={sum.expiring} one="# expire bientôt" other="# expirent bientôt" />
        </span>
      )}
      {sum.expired > 0 && (
        <span className={classes.proof} data-state="expired">
          <Icon name="cross" size={14} />
          <Plural value={sum.expired} one="# expirée" other="# expirées" />
        </span>
      )}
    </span>
  );
}
