import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FAMILIES, FAMILY_LABELS } from "../../shared/families.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { TargetField } from "../../shared/table-mapping/targets.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";
import { constantOf, isFromColumn, withConstant } from "./mapping-choices.ts";

interface MappingConstantsProps {
  mapping: TableMapping;
  onChange: (mapping: TableMapping) => void;
}

const SUPPLIER_LIST = "import-suppliers";

/** What no column says, chosen once for every row. */
export function MappingConstants({ mapping, onChange }: MappingConstantsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const lacks = (field: TargetField) => !isFromColumn(mapping, field);
  const set = (field: TargetField) => (text: string) => onChange(withConstant(mapping, field, text));
  const wanted = (["fournisseur", "date", "famille_produits"] as const).filter(lacks);
  const withRate = !lacks("prix_ttc") && lacks("prix_ht") && lacks("taux_tva");
  if (wanted.length === 0 && !withRate) return null;
  return (
    <section aria-labelledby="import-constants">
      <Title order={3} id="import-constants" className={classes.stepTitle ?? ""}>
        <Trans>Ce qu'aucune colonne ne dit, pour toutes les lignes</Trans>
      </Title>
      <div className={classes.fields}>
        {lacks("fournisseur") && (
          <SupplierConstant value={constantOf(mapping, "fournisseur")} onChange={set("fournisseur")} />
        )}
        {lacks("date") && (
          <DateField
            label={t`Date`}
            value={constantOf(mapping, "date")}
            context={{ today: readToday() }}
            onChange={set("date")}
          />
        )}
        {lacks("famille_produits") && (
          <NativeSelect
            label={t`Famille`}
            description={t`Jamais acheté : Épicerie et autres`}
            value={constantOf(mapping, "famille_produits")}
            data={[
              { value: "", label: t`Celle du dernier achat` },
              ...FAMILIES.map((family) => ({ value: family, label: FAMILY_LABELS[family][locale] })),
            ]}
            onChange={({ currentTarget }) => set("famille_produits")(currentTarget.value)}
          />
        )}
        {withRate && (
          <TextInput
            label={t`Taux de TVA`}
            value={constantOf(mapping, "taux_tva")}
            onChange={({ currentTarget }) => set("taux_tva")(currentTarget.value)}
          />
        )}
      </div>
    </section>
  );
}

/** A supplier of the catalogue is proposed while typing; another name becomes a supplier. */
function SupplierConstant({
  value,
  onChange,
}: {
  value: string;
  onChange: (text: string) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.suppliers.search.queryOptions({ search: value.slice(0, 100) }));
  return (
    <>
      <TextInput
        label={t`Fournisseur`}
        list={SUPPLIER_LIST}
        autoComplete="off"
        maxLength={200}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <datalist id={SUPPLIER_LIST}>
        {data.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}
