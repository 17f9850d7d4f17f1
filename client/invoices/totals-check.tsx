import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Text } from "@mantine/core";
import { invoiceIssueSentence } from "../../shared/invoice-sentences.ts";
import { declaredHtCents, gapOf, purchasesOf, sumOfPurchases } from "../../shared/invoices/purchases.ts";
import type { Invoice } from "../../shared/invoices.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import classes from "./invoices.module.css";

/** Whether the lines add up to what the invoice declares, and all else that is odd in it. */
export function TotalsCheck({ invoice }: { invoice: Invoice }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const gap = gapOf(invoice);
  const declared = declaredHtCents(invoice);
  const sum = sumOfPurchases(purchasesOf(invoice));
  const issues = invoice.issues.filter(({ code }) => gap === 0 || code !== "LINES_SUM");
  return (
    <>
      {gap === 0 ? (
        declared !== null &&
        invoice.lines.some(({ fromTotals }) => !fromTotals) && (
          <Alert mt="md" variant="default" className={classes.good ?? ""} icon={<Icon name="check" />}>
            <Trans>
              Les lignes font bien le total déclaré : <MoneyText cents={declared} /> HT.
            </Trans>
          </Alert>
        )
      ) : (
        <Alert
          mt="md"
          variant="default"
          className={classes.warned ?? ""}
          icon={<Icon name="alert" />}
          title={t`Les lignes ne font pas le total de la facture`}
        >
          <Trans>
            Lignes : <MoneyText cents={sum} /> HT. Total déclaré : <MoneyText cents={declared} /> HT. Écart :{" "}
            <strong>
              <MoneyText cents={gap} />
            </strong>
            . Demandez une facture corrigée, ou enregistrez malgré l'écart : votre accord sera noté dans
            l'historique.
          </Trans>
        </Alert>
      )}
      {issues.length > 0 && (
        <details className={classes.part} open={issues.some(({ severity }) => severity === "blocking")}>
          <summary>
            <Trans>À savoir sur ce fichier ({issues.length})</Trans>
          </summary>
          <ul>
            {issues.map((issue) => (
              <li key={`${issue.code}/${issue.path}`}>
                {issue.line !== null && (
                  <strong>
                    <Trans>Ligne {issue.line} :</Trans>{" "}
                  </strong>
                )}
                <Text span>{invoiceIssueSentence(issue, locale)}</Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
