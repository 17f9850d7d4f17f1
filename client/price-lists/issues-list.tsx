import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import type { PriceRowIssue } from "../../shared/table-mapping/price-rows.ts";

const SENTENCES: Readonly<Record<PriceRowIssue["code"], MessageDescriptor>> = {
  NAME_MISSING: msg`un prix n'a pas de nom d'article`,
  NAME_LONG: msg`le nom dépasse 200 caractères`,
  PRICE_UNREADABLE: msg`le prix ne se lit pas comme un nombre`,
  PRICE_NOT_POSITIVE: msg`le prix est nul ou négatif`,
  UNIT_UNKNOWN: msg`l'unité n'est pas connue (kg, pièce, carton, litre…)`,
  TOO_MANY: msg`au-delà de 3 000 articles, la suite n'est pas lue`,
};
const SHOWN = 8;

/** Rows that are not kept, each with its reason and what stands in the cell. */
export function IssuesList({ issues }: { issues: readonly PriceRowIssue[] }): React.ReactNode {
  const { t, i18n } = useLingui();
  if (issues.length === 0) return null;
  return (
    <Alert
      color="red"
      mb="sm"
      title={<Plural value={issues.length} one="# ligne refusée" other="# lignes refusées" />}
    >
      <ul>
        {issues.slice(0, SHOWN).map(({ row, code, text }) => (
          <li key={`${row}/${code}`}>
            {t`Ligne ${row}`} : {i18n._(SENTENCES[code])}
            {text !== "" && ` (« ${text} »)`}
          </li>
        ))}
      </ul>
      {issues.length > SHOWN && (
        <Plural value={issues.length - SHOWN} one="et # autre." other="et # autres." />
      )}
    </Alert>
  );
}
