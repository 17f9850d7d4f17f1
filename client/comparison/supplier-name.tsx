import { Trans, useLingui } from "@lingui/react/macro";
import { GAMME_SHORT_LABELS } from "../../shared/gammes.ts";
import { economyOf, insertionsOf } from "../../shared/social-statuses.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import { DataText } from "../ui/data-text.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import type { ComparedRow } from "./compared-rows.ts";
import classes from "./comparison.module.css";

/** Who sells, what it is, the article and who grew it. */
export function SupplierName({ row }: { row: ComparedRow }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const insertions = insertionsOf(row.statuses);
  const status = [
    SUPPLIER_KIND_LABELS[row.kind][locale],
    ...(insertions.length === 0 ? [] : [t`insertion : ${insertions.join(", ")}`]),
    ...[economyOf(row.statuses)].filter((economy) => economy !== null),
    ...(row.statuses.includes("LABEL") ? [t`label ESS du Département`] : []),
  ];
  const { gamme } = row.product;
  const producer = row.producerName === row.supplierName ? null : row.producerName;
  return (
    <div className={classes.name}>
      <TextLink to="/fournisseurs/$supplierId" params={{ supplierId: row.supplierId }} fw={600}>
        <DataText>{row.supplierName}</DataText>
      </TextLink>
      <span className={classes.detail}>{status.join(" · ")}</span>
      {gamme !== null && <span className={classes.gamme}>{GAMME_SHORT_LABELS[gamme][locale]}</span>}
      <span className={classes.detail}>
        <DataText>{row.articleName}</DataText>
        {producer !== null && (
          <>
            {" "}
            <Trans>(produit par {producer})</Trans>
          </>
        )}
      </span>
    </div>
  );
}
