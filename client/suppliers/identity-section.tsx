import { Trans, useLingui } from "@lingui/react/macro";
import { formatSiret } from "../../shared/format/identifiers.ts";
import { formatFixed } from "../../shared/format/numbers.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./suppliers.module.css";

interface IdentitySectionProps {
  supplier: Supplier;
  /** By INSEE code. */
  communeNames: Readonly<Record<string, string>>;
}

export function IdentitySection({ supplier, communeNames }: IdentitySectionProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { siret, commune, productionCommune, position } = supplier;
  const facts: { label: string; value: React.ReactNode }[] = [
    { label: t`SIRET`, value: siret === null ? MISSING : formatSiret(siret) },
    {
      label: t`Produit à`,
      value: (
        <>
          {productionCommune === null ? MISSING : (communeNames[productionCommune] ?? productionCommune)}
          {position !== null && (
            <>
              <br />
              <span className={classes.detail}>
                <Trans>
                  position exacte :{" "}
                  {formatFixed({ value: position.latE6, decimals: 6, minDecimals: 3 }, locale)}° ;{" "}
                  {formatFixed({ value: position.lngE6, decimals: 6, minDecimals: 3 }, locale)}°
                </Trans>
              </span>
            </>
          )}
        </>
      ),
    },
    { label: t`Siège`, value: commune === null ? MISSING : (communeNames[commune] ?? commune) },
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** « 123 456 789 00012 », as it is printed. */
