import { Plural, Trans } from "@lingui/react/macro";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Reliability } from "../../shared/reliability.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./comparison.module.css";

/** How the supplier kept to what was ordered, with the number of deliveries it is known from; « – » without any. */
export function ReliabilityCell({ reliability }: { reliability: Reliability | null }): React.ReactNode {
  if (reliability === null || reliability.lines === 0) {
    return (
      <div className={classes.stack}>
        <span>{MISSING}</span>
        <span className={classes.detail}>
          <Trans>aucune réception sur 12 mois</Trans>
        </span>
      </div>
    );
  }
  const { orders, lines, shortLines, refusedLines, served, late } = reliability;
  return (
    <div className={`${classes.stack} ${classes.wide}`}>
      <strong>
        <Trans>
          <PercentText ratio={served} /> servi
        </Trans>
      </strong>
      <span className={classes.detail}>
        <Plural value={orders} one="# réception" other="# réceptions" />,{" "}
        <Plural value={lines} one="# ligne" other="# lignes" />
      </span>
      <span className={classes.detail}>
        <Plural value={shortLines} _0="aucun manque" one="# manque" other="# manques" />,{" "}
        <Plural value={refusedLines} _0="aucun refus" one="# refus" other="# refus" />
      </span>
      <span className={classes.detail}>
        {late.denominator === 0 ? (
          <Trans>retards : {MISSING}</Trans>
        ) : (
          <Plural
            value={late.numerator}
            _0={`aucun retard sur ${late.denominator}`}
            one={`# retard sur ${late.denominator}`}
            other={`# retards sur ${late.denominator}`}
          />
        )}
      </span>
    </div>
  );
}
