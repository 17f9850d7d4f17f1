import { useLingui } from "@lingui/react/macro";
import type { SendRefusal } from "../send-file.ts";

/** What keeps a file from being read, and what to do. */
export function useRefusalWords(): Record<SendRefusal, string> {
  const { t } = useLingui();
  return {
    "too-large": t`Le fichier est trop volumineux. Coupez-le en plusieurs fichiers.`,
    empty: t`Le fichier est vide. Choisissez celui qui contient vos achats.`,
    "unknown-kind": t`Ce n'est ni un tableau (CSV, XLSX, ODS), ni une facture (PDF, XML), ni une photo. Enregistrez-le dans un de ces formats.`,
    network: t`Le fichier n'a pas pu être envoyé. Vérifiez la connexion, puis déposez-le à nouveau.`,
  };
}
