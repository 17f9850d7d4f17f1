import { Trans, useLingui } from "@lingui/react/macro";
import type { Stake } from "../../shared/proof-list.ts";
import { FigureTile, FigureTiles } from "../ui/figure-tiles.tsx";
import { MoneyText, PercentText } from "../ui/values.tsx";
import type { ProofsPageData } from "./use-proofs.ts";

/** What is out of the strict rates already, and what would follow. */
export function ProofsSummary({ page: { atStake, bought } }: { page: ProofsPageData }): React.ReactNode {
  const { t } = useLingui();
  return (
    <FigureTiles>
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
    </FigureTiles>
  );
}

function Tile(props: { title: string; stake: Stake; children: React.ReactNode }): React.ReactNode {
  return (
    <FigureTile title={props.title} value={<MoneyText cents={props.stake.cents} whole />}>
      {props.children}
    </FigureTile>
  );
}
