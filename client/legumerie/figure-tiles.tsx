import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Ratio } from "../../shared/cells.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { divideHalfAway, toSafeInteger } from "../../shared/rounding.ts";
import { useLocale } from "../ui/locale.ts";
import { PercentText, WeightText } from "../ui/values.tsx";
import classes from "./legumerie.module.css";
import type { WorkshopFigures } from "./workshop.ts";

/** The year's figures, those of the kilos first. */
export function FigureTiles({ figures }: { figures: WorkshopFigures }): React.ReactNode {
  const { t } = useLingui();
  const place = figures.departementName ?? t`département de la légumerie`;
  const { refused, year } = figures;
  return (
    <section aria-label={t`Chiffres de ${year}`}>
      <dl className={classes.tiles}>
        <Tile title={t`Reçu`} value={<WeightText grams={figures.receivedGrams} tonnes />}>
          <Plural value={figures.producers} one="de # producteur" other="de # producteurs" />
        </Tile>
        <Tile title={t`Produit`} value={<WeightText grams={figures.packedGrams} tonnes />}>
          <Trans>
            rendement moyen <PercentText ratio={figures.meanYield} />
          </Trans>
        </Tile>
        <Tile title={t`Livré et accepté`} value={<WeightText grams={figures.deliveredGrams} tonnes />}>
          <Plural value={figures.canteens} one="à # cantine" other="à # cantines" />
          {refused.numerator > 0 && (
            <>
              , <PercentText ratio={refused} /> <Trans>refusés</Trans>
            </>
          )}
        </Tile>
        <Tile title={t`Pertes`} value={<PercentText ratio={figures.loss} />}>
          <Trans>
            dont <PercentText ratio={figures.putToUse} /> valorisées
          </Trans>
        </Tile>
        <Tile title={t`Produits dans le département`} value={<PercentText ratio={figures.inDepartement} />}>
          <Trans>des kilos reçus, {place}</Trans>
        </Tile>
        <Tile title={t`Circuit court`} value={<PercentText ratio={figures.short} />}>
          <Trans>des kilos reçus, un intermédiaire au plus jusqu'à la cantine</Trans>
        </Tile>
        <Tile title={t`Bio, preuve en règle`} value={<PercentText ratio={figures.organic} />}>
          <Trans>des kilos reçus, conversion comprise</Trans>
        </Tile>
        <Tile
          title={t`Prix du kilo HT`}
          value={
            <>
              <PerKilo price={figures.priceIn} /> → <PerKilo price={figures.priceOut} />
            </>
          }
        >
          <Trans>acheté brut, puis vendu prêt à cuire</Trans>
        </Tile>
      </dl>
    </section>
  );
}

function Tile(props: { title: string; value: React.ReactNode; children: React.ReactNode }): React.ReactNode {
  return (
    <div className={classes.tile}>
      <dt>{props.title}</dt>
      <dd className={classes.figure}>{props.value}</dd>
      <dd className={classes.detail}>{props.children}</dd>
    </div>
  );
}

/** Cents over grams, as euros a kilo, to the cent. */
function PerKilo({ price: { numerator, denominator } }: { price: Ratio }): React.ReactNode {
  const locale = useLocale();
  if (denominator === 0) return MISSING;
  const cents = toSafeInteger(divideHalfAway(BigInt(numerator) * 1000n, BigInt(denominator)));
  return formatEuros(cents, locale);
}
