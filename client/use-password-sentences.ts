import { useLingui } from "@lingui/react/macro";
import { PASSWORD_LENGTH } from "../shared/users.ts";

/** What is said of a new password: its one rule, and why it was refused. */
export function usePasswordSentences(): { rule: string; tooShort: string; tooCommon: string } {
  const { t } = useLingui();
  const { min } = PASSWORD_LENGTH;
  return {
    rule: t`${min} caractères au moins ; une phrase est plus sûre et plus facile à retenir.`,
    tooShort: t`Il faut ${min} caractères au moins.`,
    tooCommon: t`Ce mot de passe est parmi les premiers que l'on essaierait ici : choisissez-en un qui ne doive rien à votre nom, à votre métier ni au clavier.`,
  };
}
