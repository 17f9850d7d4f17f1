import { Trans, useLingui } from "@lingui/react/macro";
import { ACCESSIBILITY_STATE_LABELS } from "../shared/accessibility.ts";
import { ACCESSIBILITY } from "./accessibility-state.ts";
import classes from "./site-footer.module.css";
import { TextLink } from "./ui/links.tsx";
import { useLocale } from "./ui/locale.ts";

/** At the end of every page: how accessible it is, and where everything is. */
export function SiteFooter({ signedIn = false }: { signedIn?: boolean }): React.ReactNode {
  const { t } = useLingui();
  const state = ACCESSIBILITY_STATE_LABELS[ACCESSIBILITY.state][useLocale()];
  return (
    <footer className={classes.footer} data-framed={signedIn || undefined} data-no-print>
      <TextLink to="/accessibilite">{t`Accessibilité\u00A0: ${state}`}</TextLink>
      {signedIn && (
        <TextLink to="/plan-du-site">
          <Trans>Plan du site</Trans>
        </TextLink>
      )}
    </footer>
  );
}
