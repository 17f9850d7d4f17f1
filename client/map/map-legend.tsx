import { Trans, useLingui } from "@lingui/react/macro";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./map.module.css";
import type { RatePaint } from "./map-symbols.tsx";
import { radiusOf } from "./map-symbols.tsx";
import { CLASS_FLOORS } from "./rate-classes.ts";

interface MapLegendProps {
  paint: RatePaint;
  scale: { largestCents: number; most: number };
  withFlows: boolean;
}

/** What colours, patterns, sizes and edges stand for. */
export function MapLegend({ paint, scale, withFlows }: MapLegendProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const percent = (rate: number): string => formatBasisPoints(rate * 100, locale);
  const classesOfRate = CLASS_FLOORS.map((floor, rank) => {
    const next = CLASS_FLOORS[rank + 1];
    const [from, to] = [percent(floor), next === undefined ? "" : percent(next)];
    return { rank, words: next === undefined ? t`${from} et plus` : t`de ${from} à moins de ${to}` };
  });
  return (
    <div className={classes.legend}>
      <ul aria-label={t`Taux confirmé`}>
        {classesOfRate.map(({ rank, words }) => (
          <li key={rank}>
            <Key fill={paint.fillOfClass(rank)} />
            {words}
          </li>
        ))}
        <li>
          <Key fill={paint.fillOfClass(null)} />
          <Trans>aucun achat</Trans>
        </li>
      </ul>
      <ul aria-label={t`Formes`}>
        <li>
          <Key fill="none" />
          <Trans>cantine</Trans>
        </li>
        <li>
          <Key fill="none" kind="supplier" />
          <Trans>fournisseur, là où il produit, sinon à son siège</Trans>
        </li>
        {withFlows && (
          <li>
            <svg width="28" height="8" aria-hidden="true" focusable="false">
              <path className={classes.flow} d="M2 4h24" strokeWidth="4" />
            </svg>
            <Trans>du lieu de production à la cantine, plus épais pour de plus gros achats</Trans>
          </li>
        )}
        {sizesOf(scale.largestCents).map((cents) => (
          <li key={cents}>
            <Key fill="none" radius={radiusOf(cents, scale)} />
            {formatWholeEuros(cents, locale)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Two round amounts that fit the drawing. */
function sizesOf(largestCents: number): number[] {
  if (largestCents <= 0) return [];
  const round = 10 ** Math.floor(Math.log10(largestCents));
  return [round, round / 10];
}

function Key({
  fill,
  radius = 8,
  kind = "canteen",
}: {
  fill: string;
  radius?: number;
  kind?: "canteen" | "supplier";
}): React.ReactNode {
  const size = 2 * radius + 4;
  return (
    <svg
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      className={classes.place}
      data-kind={kind}
    >
      <circle className={classes.circle} cx={size / 2} cy={size / 2} r={radius} style={{ fill }} />
    </svg>
  );
}
