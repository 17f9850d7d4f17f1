import { Trans } from "@lingui/react/macro";
import { activateLocale } from "../i18n.ts";
import { SiteFooter } from "../site-footer.tsx";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { Logo } from "../ui/logo.tsx";
import { PlateDrawing } from "./plate-drawing.tsx";
import classes from "./welcome.module.css";

/** The two pages before sign-in: the product's promise on one side, the form on the other. */
export function Welcome({ children }: { children: React.ReactNode }): React.ReactNode {
  return (
    <div className={classes.page}>
      <aside className={classes.promise}>
        <div className={classes.drawing}>
          <PlateDrawing />
        </div>
        <p className={classes.sentence}>
          <Trans>La bonne part dans l'assiette, prouvée ligne par ligne.</Trans>
        </p>
        <p className={classes.detail}>
          <Trans>
            Chaque achat de la cantine, son fournisseur, ce qui est local, court, bio ou EGalim, et pourquoi.
          </Trans>
        </p>
      </aside>
      <div className={classes.side}>
        <header className={classes.top}>
          <span className={classes.brand}>
            <Logo size={36} />
            Bonnepart
          </span>
          <LanguageSwitch onChange={(locale) => void activateLocale(locale)} />
        </header>
        <main id="contenu" className={classes.main}>
          {children}
        </main>
        <SiteFooter />
      </div>
    </div>
  );
}
