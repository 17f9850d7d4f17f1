import { Trans } from "@lingui/react/macro";
import { PercentText } from "../ui/values.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard } from "./dashboard-data.ts";

/** How the figures of the page are counted. */
export function MethodNote({ figures }: { figures: Dashboard }): React.ReactNode {
  return (
    <section className={classes.method}>
      <p>
        <Trans>
          Taux calculés sur tous les achats alimentaires enregistrés, hors taxes, avoirs déduits. Le chiffre
          en grand ne compte que les faits confirmés par une preuve ; le hachuré ajoute ce qui est seulement
          déclaré.
        </Trans>
      </p>
      <p>
        <Trans>
          L'écart à un objectif est à dépense égale : il dit combien d'euros d'autres produits remplacer.
          Ajouter ces achats sans rien remplacer en demanderait davantage.
        </Trans>
      </p>
      {figures.basis === "weight" && (
        <p>
          <Trans>
            En poids, seules comptent les lignes dont le poids est connu :{" "}
            <PercentText ratio={figures.coverage} /> des achats en valeur. La loi, elle, mesure en valeur.
          </Trans>
        </p>
      )}
    </section>
  );
}
