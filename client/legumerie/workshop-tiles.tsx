import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Ratio } from "../../shared/cells.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { divideHalfAway, toSafeInteger } from "../../shared/rounding.ts";
import { FigureTile, FigureTiles } from "../ui/figure-tiles.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText, WeightText } from "../ui/values.tsx";
import type { WorkshopFigures } from "./workshop.ts";

/** The year's figures, those of the kilos first. */
export function WorkshopTiles({ figures }: { figures: WorkshopFigures }): React.ReactNode {
  const { t } = useLingui();
  const place = figures.departementName ?? t`département de la légumerie`;
  const { refused, year } = figures;
  return (
    <section aria-label={t`Chiffres de ${year}`}>
      <FigureTiles>
        <FigureTile title={t`Reçu`} value={<WeightText grams={figures.receivedGrams} tonnes />}>
          <Plural value={figures.producers} one="de # producteur" other="de # producteurs" />
        </FigureTile>
        <FigureTile title={t`Produit`} value={<WeightText grams={figures.packedGrams} tonnes />}>
          <Trans>
            rendement moyen <PercentText ratio={figures.meanYield} />
          </Trans>
        </FigureTile>
        <FigureTile title={t`Livré et accepté`} value={<WeightText grams={figures.deliveredGrams} tonnes />}>
          <Plural value={figures.canteens} one="à # cantine" other="à # cantines" />
          {refused.numerator > 0 && (
            <>
              , <PercentText ratio={refused} /> <Trans>refusés</Trans>
            </>
          )}
        </FigureTile>
        <FigureTile title={t`Pertes`} value={<PercentText ratio={figures.loss} />}>
          <Trans>
            dont <PercentText ratio={figures.putToUse} /> valorisées
          </Trans>
        </FigureTile>
        <FigureTile
          title={t`Produits dans le département`}
          value={<PercentText ratio={figures.inDepartement} />}
        >
          <Trans>des kilos reçus, {place}</Trans>
        </FigureTile>
        <FigureTile title={t`Circuit court`} value={<PercentText ratio={figures.short} />}>
          <Trans>des kilos reçus, un intermédiaire au plus jusqu'à la cantine</Trans>
        </FigureTile>
        <FigureTile title={t`Bio, preuve en règle`} value={<PercentText ratio={figures.organic} />}>
          <Trans>des kilos reçus, conversion comprise</Trans>
        </FigureTile>
        <FigureTile
          title={t`Prix du kilo HT`}
          value={
            <>
              <PerKilo price={figures.priceIn} /> → <PerKilo price={figures.priceOut} />
            </>
          }
        >
          <Trans>acheté brut, puis vendu prêt à cuire</Trans>
        </FigureTile>
      </FigureTiles>
    </section>
  );
}

/** Cents over grams, as euros a kilo, to the cent. */
function PerKilo({ price: { numerator, denominator } }: { price: Ratio }): React.ReactNode {
  const locale = useLocale();
  if (denominator === 0) return MISSING;
  const cents = toSafeInteger(divideHalfAway(BigInt(numerator) * 1000n, BigInt(denominator)));
  return formatEuros(cents, locale);
}
