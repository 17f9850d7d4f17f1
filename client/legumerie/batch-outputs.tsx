import { useLingui } from "@lingui/react/macro";
import { DateField } from "../ui/date-field.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import type { OutputDraft } from "./batch-draft.ts";
import { newOutput } from "./batch-draft.ts";
import type { BatchPartProps } from "./batch-inputs.tsx";
import { LineList } from "./line-list.tsx";
import { useSearches } from "./use-searches.ts";

/** What is packed: product, net weight, packs, use-by date. */
export function BatchOutputs({ draft, change, errors, today }: BatchPartProps): React.ReactNode {
  const { t } = useLingui();
  const { loadVegetables } = useSearches();
  const edit = (id: string, part: Partial<OutputDraft>): void =>
    change({ outputs: draft.outputs.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  return (
    <LineList
      legend={t`Ce qui est produit`}
      add={t`Ajouter un produit fini`}
      lines={draft.outputs}
      keyOf={({ id }) => id}
      onAdd={() => change({ outputs: [...draft.outputs, newOutput(today)] })}
      onRemove={(id) => change({ outputs: draft.outputs.filter((line) => line.id !== id) })}
      fields={(line, index) => (
        <>
          <SearchSelect
            label={t`Produit fini`}
            required
            value={line.product}
            load={loadVegetables}
            onChange={(product) => edit(line.id, { product })}
            error={errors[`outputs.${index}.productId`]}
          />
          <NumberField
            label={t`Poids net`}
            required
            decimals={3}
            unit="kg"
            value={line.kg}
            onChange={(kg) => edit(line.id, { kg })}
            error={errors[`outputs.${index}.netGrams`]}
          />
          <NumberField
            label={t`Par sachet`}
            decimals={3}
            unit="kg"
            value={line.packKg}
            onChange={(packKg) => edit(line.id, { packKg })}
            error={errors[`outputs.${index}.packGrams`]}
          />
          <DateField
            label={t`Conditionné le`}
            required
            context={{ today }}
            value={line.packed}
            onChange={(packed) => edit(line.id, { packed })}
            error={errors[`outputs.${index}.packedOn`]}
          />
          <DateField
            label={t`DLC`}
            required
            context={{ today }}
            value={line.useBy}
            onChange={(useBy) => edit(line.id, { useBy })}
            error={errors[`outputs.${index}.useBy`]}
          />
        </>
      )}
    />
  );
}
