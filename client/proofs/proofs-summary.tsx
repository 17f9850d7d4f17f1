import { Trans, useLingui } from "@lingui/react/macro";
import type { Stake } from "../../shared/proof-list.ts";
import { MoneyText, PercentText } from "../ui/values.tsx";
import classes from "./proofs.module.css";
import type { ProofsPageData } from "./use-proofs.ts";

/** What is out of the strict rates already, and what would follow. */
export function ProofsSummary({ page: { atStake, bought } }: { page: ProofsPageData }): React.ReactNode {
  const { t } = useLingui();
  return (
    <dl className={classes.tiles}>
      <Tile title={t`Sortis du taux strict cette année`} stake={atStake.expired}>
        <Trans>
          livrés après la fin du justificatif, soit{" "}
          <PercentText ratio={{ numerator: atStake.expired.cents, denominator: bought.cents }} /> des achats
        </Trans>
      </Tile>
      <Tile title={t`Sortiraient sur un an, sans renouvellement`} stake={atStake.expiring}>
        <Trans>estimés sur les achats des douze derniers mois</Trans>
      </Tile>
      <Tile title={t`Annoncés cette année, jamais prouvés`} stake={atStake.missing}>
        <Trans>
          soit <PercentText ratio={{ numerator: atStake.missing.cents, denominator: bought.cents }} /> des
          achats à gagner dans le taux strict
        </Trans>
      </Tile>
    </dl>
  );
}

function Tile(props: { title: string; stake: Stake; children: React.ReactNode }): React.ReactNode {
  return (
    <div className={classes.tile}>
      <dt>{props.title}</dt>
      <dd className={classes.figure}>
        <MoneyText cents={props.stake.cents} whole />
      </dd>
      <dd className={classes.detail}>{props.children}</dd>
    </div>
  );
}
