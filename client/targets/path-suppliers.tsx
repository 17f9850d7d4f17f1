import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { PathModel } from "../../shared/optimiser/path-model.ts";
import choices from "../ui/choices.module.css";
import { DataText } from "../ui/data-text.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { supplierName } from "./path-data.ts";
import type { PathSearch } from "./path-search.ts";
import { wishesOf } from "./path-search.ts";
import classes from "./targets.module.css";

export interface PathSuppliersProps {
  model: PathModel;
  search: PathSearch;
  onChange: (change: PathSearch) => void;
}

/** Which suppliers lose nothing, and which cannot deliver everything. */
export function PathSuppliers({ model, search, onChange }: PathSuppliersProps): React.ReactNode {
  const { t } = useLingui();
  const { keptSuppliers, capacities } = wishesOf(search);
  const [limited, setLimited] = useState("");
  const [kgText, setKgText] = useState("");
  const [kg, setKg] = useState<number | null>(null);
  const current = model.suppliers
    .filter(({ amountCents }) => amountCents > 0)
    .toSorted((a, b) => b.amountCents - a.amountCents);
  const others = model.suppliers.toSorted((a, b) => a.name.localeCompare(b.name));
  const write = (limits: typeof capacities): void =>
    onChange({ limits: limits.map((limit) => `${limit.supplierId}:${limit.kg}`).join(",") });
  return (
    <>
      <details className={classes.details} open={keptSuppliers.length > 0}>
        <summary>
          <Trans>Garder des fournisseurs</Trans> ({keptSuppliers.length})
        </summary>
        <fieldset className={choices.choices}>
          <legend>
            <Trans>Ce que vous leur achetez ne part pas ailleurs.</Trans>
          </legend>
          {current.map(({ id, name }) => (
            <label key={id} className={choices.choice}>
              <input
                type="checkbox"
                checked={keptSuppliers.includes(id)}
                onChange={(event) =>
                  onChange({
                    keep: (event.currentTarget.checked
                      ? [...keptSuppliers, id]
                      : keptSuppliers.filter((kept) => kept !== id)
                    ).join(","),
                  })
                }
              />
              <DataText>{name}</DataText>
            </label>
          ))}
        </fieldset>
      </details>
      <details className={classes.details} open={capacities.length > 0}>
        <summary>
          <Trans>Un fournisseur ne peut pas tout livrer</Trans> ({capacities.length})
        </summary>
        <div className={classes.controls}>
          <NativeSelect
            label={t`Fournisseur`}
            value={limited}
            data={[{ value: "", label: "" }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(event) => setLimited(event.currentTarget.value)}
          />
          <NumberField
            label={t`Pas plus, en plus d'aujourd'hui`}
            unit="kg"
            decimals={0}
            value={kgText}
            onChange={(text, scaled) => {
              setKgText(text);
              setKg(scaled);
            }}
          />
          <Button
            variant="default"
            disabled={limited === "" || kg === null}
            onClick={() => {
              write([
                ...capacities.filter(({ supplierId }) => supplierId !== limited),
                { supplierId: limited, kg: kg ?? 0 },
              ]);
              setKgText("");
              setKg(null);
            }}
          >
            <Trans>Ajouter</Trans>
          </Button>
        </div>
        <ul className={classes.method}>
          {capacities.map(({ supplierId, kg: most }) => {
            const name = supplierName(model, supplierId);
            return (
              <li key={supplierId}>
                <Trans>
                  {name} : {most} kg
                </Trans>{" "}
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t`Retirer la limite de ${name}`}
                  onClick={() => write(capacities.filter((limit) => limit.supplierId !== supplierId))}
                >
                  <Trans>Retirer</Trans>
                </Button>
              </li>
            );
          })}
        </ul>
      </details>
    </>
  );
}
