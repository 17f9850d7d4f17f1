import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { zoneOfOpening } from "../../shared/service-days.ts";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import type { YearProjection } from "./target-data.ts";
import classes from "./targets.module.css";

/** How the projection is made, in plain words: nobody must believe a figure that does not say where it comes from. */
export function ProjectionMethod({ year }: { year: YearProjection }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const zones = [...new Set(year.openings.flatMap((opening) => zoneOfOpening(opening) ?? []))].toSorted();
  const names = new Intl.ListFormat(locale).format(zones);
  return (
    <section className={sections.section} aria-labelledby="projection-method">
      <Title order={3} id="projection-method">
        <Trans>Comment nous comptons</Trans>
      </Title>
      <ul className={classes.method}>
        <li>
          <Trans>
            Ce qui reste à acheter : les jours de service jusqu'au 31 décembre, à la dépense par jour de cette
            année, chaque mois plus ou moins cher comme il l'a été les deux années d'avant.
          </Trans>{" "}
          {zones.length > 0
            ? zones.length === 1
              ? t`Jours de service : lundi, mardi, jeudi et vendredi d'école, calendrier de la zone ${names}, jours fériés et vacances retirés.`
              : t`Jours de service : lundi, mardi, jeudi et vendredi d'école, calendriers des zones ${names}, jours fériés et vacances retirés.`
            : t`Jours de service : jours ouvrés, jours fériés retirés.`}
        </li>
        <li>
          <Trans>
            La part de ce qui reste : celle de cette année, rapprochée de celle de l'année d'avant, qui pèse
            comme trois mois. En janvier, l'année d'avant parle surtout. À partir de septembre, la projection
            se confond presque avec le taux du jour et ne l'améliore plus : c'est lui qu'il faut lire.
          </Trans>
        </li>
        <li>
          <Trans>
            La fourchette : nous rejouons 400 fois la fin de l'année en tirant au sort parmi vos mois passés.
            Huit fois sur dix, le résultat tombe entre ses deux bouts. Vérifié sur des cantines de
            démonstration et une année que le réglage n'avait pas vues ; un peu moins souvent à partir de
            septembre.
          </Trans>
        </li>
        <li>
          <Trans>
            « Hors d'atteinte » est un calcul, pas un avis : même si tout ce qui est encore attendu comptait,
            l'objectif ne serait pas tenu. « C'est acquis » : il le serait même si plus rien ne comptait.
          </Trans>
        </li>
      </ul>
    </section>
  );
}
