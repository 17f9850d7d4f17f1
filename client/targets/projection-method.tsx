import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import type { YearProjection } from "./target-data.ts";
import classes from "./targets.module.css";

/** How the projection is made, in plain words: nobody must believe a figure that does not say where it comes from. */
export function ProjectionMethod({ year }: { year: YearProjection }): React.ReactNode {
  const { t } = useLingui();
  const isSchool = year.openings.includes("SCHOOL");
  return (
    <section className={classes.section} aria-labelledby="projection-method">
      <Title order={3} id="projection-method">
        <Trans>Comment nous comptons</Trans>
      </Title>
      <ul className={classes.method}>
        <li>
          <Trans>
            Ce qui reste à acheter : les jours de service jusqu'au 31 décembre, à la dépense par jour de cette
            année, chaque mois plus ou moins cher comme il l'a été les deux années d'avant.
          </Trans>{" "}
          {isSchool
            ? t`Jours de service : lundi, mardi, jeudi et vendredi d'école, calendrier de la zone B, jours fériés et vacances retirés.`
            : t`Jours de service : jours ouvrés, jours fériés retirés.`}
        </li>
        <li>
          <Trans>
            La part de ce qui reste : celle de cette année, rapprochée de celle de l'année d'avant, qui pèse
            comme trois mois. En janvier, l'année d'avant parle surtout ; en novembre, presque plus.
          </Trans>
        </li>
        <li>
          <Trans>
            La fourchette : nous rejouons 400 fois la fin de l'année en tirant au sort parmi vos mois passés.
            Huit fois sur dix, le résultat tombe entre ses deux bouts. Refaite sur les années passées de la
            démonstration, la fourchette a tenu huit fois sur dix elle aussi.
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
