import { Trans } from "@lingui/react/macro";
import { formatDateLong } from "../../shared/format/dates.ts";
import { useLocale } from "../ui/locale.ts";
import type { ChangeAnswer } from "./change-lines.tsx";
import classes from "./dashboard.module.css";

/** How the change is shared out, in three sentences; and what cannot be told. */
export function ChangeMethod({ answer }: { answer: ChangeAnswer }): React.ReactNode {
  const locale = useLocale();
  const days = answer.definitionDays.map((day) => formatDateLong(day, locale)).join(", ");
  const laws = answer.lawDays.map((day) => formatDateLong(day, locale)).join(", ");
  return (
    <section className={classes.method}>
      <p>
        <Trans>
          On part des achats de la première période et l'on remplace, l'un après l'autre, les quantités, les
          choix, les prix et les justificatifs par ceux de la seconde, en notant de combien le taux bouge à
          chaque fois. L'ordre changerait un peu le partage : on fait donc la moyenne de tous les ordres
          possibles, et les parts s'additionnent exactement. Un prix est la moyenne au kilo chez un même
          fournisseur dans une même famille ; ce qui n'a pas de poids reste à part.
        </Trans>
      </p>
      {answer.change?.bySupplier === false && (
        <p>
          <Trans>
            Les achats sont trop nombreux pour distinguer les fournisseurs : ceux d'une même cantine et d'une
            même famille sont réunis.
          </Trans>
        </p>
      )}
      {days !== "" && answer.rulesTold && (
        <p>
          <Trans>
            « Local » a changé de définition ({days}) : chaque achat a été jugé selon les deux définitions.
          </Trans>
        </p>
      )}
      {days !== "" && !answer.rulesTold && (
        <p>
          <Trans>
            « Local » a changé de définition ({days}) : les achats sont trop nombreux pour être jugés de
            nouveau, l'effet de ce changement est compté dans le choix des produits.
          </Trans>
        </p>
      )}
      {laws !== "" && answer.rulesTold && (
        <p>
          <Trans>
            La loi a changé ({laws}) : chaque achat a été jugé selon les règles des deux périodes.
          </Trans>
          {days !== "" && (
            <>
              {" "}
              <Trans>Son effet et celui de la définition de « local » sont comptés ensemble.</Trans>
            </>
          )}
        </p>
      )}
      {laws !== "" && !answer.rulesTold && (
        <p>
          <Trans>
            La loi a changé ({laws}) : les achats sont trop nombreux pour être jugés de nouveau, l'effet de ce
            changement est compté dans le choix des produits.
          </Trans>
        </p>
      )}
    </section>
  );
}
