import { Plural } from "@lingui/react/macro";
import type { ProofSum } from "../../shared/certificates.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { ProofMark } from "../proof-badge.tsx";
import classes from "./suppliers.module.css";

/** A supplier's proofs in one cell of a list; « – » when there is none. */
export function ProofSumText({ sum }: { sum: ProofSum }): React.ReactNode {
  if (sum.valid + sum.expiring + sum.expired === 0) return MISSING;
  return (
    <span className={classes.badges}>
      {sum.valid > 0 && (
        <ProofMark state="valid">
          <Plural value={sum.valid} one="# valide" other="# valides" />
        </ProofMark>
      )}
      {sum.expiring > 0 && (
        <ProofMark state="expiring">
          <Plural value={sum.expiring} one="# expire bientôt" other="# expirent bientôt" />
        </ProofMark>
      )}
      {sum.expired > 0 && (
        <ProofMark state="expired">
          <Plural value={sum.expired} one="# expirée" other="# expirées" />
        </ProofMark>
      )}
    </span>
  );
}
