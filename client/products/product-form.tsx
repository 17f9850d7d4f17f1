import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { COMPOSITIONS, FARM_KINDS } from "../../shared/facts.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { HOMOGENEOUS_FAMILIES } from "../../shared/law/homogeneous-families.ts";
import { FOOD_VAT_BP } from "../../shared/law/vat.ts";
import type { Moved } from "../../shared/moves.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { Product } from "../../shared/products.ts";
import { COMPOSITION_LABELS, FARM_KIND_LABELS, productInputSchema } from "../../shared/products.ts";
import { UNIT_LABELS, UNITS } from "../../shared/quantity.ts";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import { KitchenFields } from "./kitchen-fields.tsx";

interface ProductFormProps {
  id: string;
  /** Null: a new one. */
  product: Product | null;
  onSaved: (moved: Moved | null) => void;
}

const PLANT = { "": null, plant: true, animal: false } as const;

export function ProductForm({ id, product, onSaved }: ProductFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [draft, setDraft] = useState(() => draftOf(product, locale));
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: productInputSchema,
    save: (input) => client.products.save.mutate({ id, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(inputOf(draft));
      }}
    >
      <Stack>
        <TextInput
          label={t`Nom`}
          required
          value={draft.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t`Nom en anglais`}
          value={draft.nameEn}
          error={errors.nameEn}
          onChange={(event) => change({ nameEn: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Famille`}
          value={draft.family ?? ""}
          data={[
            { value: "", label: t`Non alimentaire` },
            ...FAMILIES.map((family) => ({ value: family, label: FAMILY_SHORT_LABELS[family][locale] })),
          ]}
          onChange={(event) =>
            change({ family: FAMILIES.find((f) => f === event.currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          label={t`Famille homogène (marchés publics)`}
          value={draft.homogeneousFamily ?? ""}
          data={[
            { value: "", label: t`Aucune` },
            ...HOMOGENEOUS_FAMILIES.map((family) => ({
              value: family.code,
              label: `${family.code} ${family[locale]}`,
            })),
          ]}
          onChange={(event) =>
            change({
              homogeneousFamily:
                HOMOGENEOUS_FAMILIES.find((f) => f.code === event.currentTarget.value)?.code ?? null,
            })
          }
        />
        <NativeSelect
          label={t`Composition`}
          description={t`Elle décide si un produit transformé peut compter en bio ou en HVE.`}
          value={draft.composition ?? ""}
          data={[
            { value: "", label: t`Non connue` },
            ...COMPOSITIONS.map((value) => ({ value, label: COMPOSITION_LABELS[value][locale] })),
          ]}
          onChange={(event) =>
            change({ composition: COMPOSITIONS.find((value) => value === event.currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          label={t`Nature`}
          description={t`Seul un produit végétal compte en conversion bio.`}
          value={draft.plant === null ? "" : draft.plant ? "plant" : "animal"}
          data={[
            { value: "", label: t`Non connue` },
            { value: "plant", label: t`Végétal` },
            { value: "animal", label: t`Animal` },
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === "" || value === "plant" || value === "animal") change({ plant: PLANT[value] });
          }}
        />
        <NativeSelect
          label={t`Peut être « fermier » en tant que`}
          value={draft.farmKind ?? ""}
          data={[
            { value: "", label: t`Non` },
            ...FARM_KINDS.map((value) => ({ value, label: FARM_KIND_LABELS[value][locale] })),
          ]}
          onChange={(event) =>
            change({ farmKind: FARM_KINDS.find((value) => value === event.currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          label={t`Unité habituelle`}
          value={draft.unit}
          data={UNITS.map((unit) => ({ value: unit, label: UNIT_LABELS[unit][locale] }))}
          onChange={(event) => {
            const unit = UNITS.find((candidate) => candidate === event.currentTarget.value);
            if (unit !== undefined) change({ unit });
          }}
        />
        <NumberField
          label={t`Poids d'une pièce`}
          unit="kg"
          decimals={3}
          value={draft.pieceKg}
          error={errors.pieceGrams}
          onChange={(pieceKg) => change({ pieceKg })}
        />
        <KitchenFields id={id} draft={draft} errors={errors} onChange={change} />
        <NumberField
          label={t`Perte à la préparation`}
          description={t`Épluchures et parures, en part du poids brut.`}
          unit="%"
          decimals={2}
          value={draft.refuse}
          error={errors.refuseBp}
          onChange={(refuse) => change({ refuse })}
        />
        <NumberField
          label={t`TVA`}
          required
          unit="%"
          decimals={2}
          value={draft.vat}
          error={errors.vatBp}
          onChange={(vat) => change({ vat })}
        />
        <Checkbox
          label={t`Sert encore`}
          checked={draft.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(product: Product | null, locale: "fr" | "en") {
  const number = (value: number | null, decimals: number): string =>
    value === null ? "" : formatEntry({ value, decimals }, locale);
  return {
    name: product?.name ?? "",
    nameEn: product?.nameEn ?? "",
    family: product === null ? ("FRUITS_ET_LEGUMES" as Product["family"]) : product.family,
    homogeneousFamily: product?.homogeneousFamily ?? null,
    composition: product?.composition ?? null,
    plant: product?.plant ?? null,
    farmKind: product?.farmKind ?? null,
    unit: product?.unit ?? ("KG" as Product["unit"]),
    pieceKg: number(product?.pieceGrams ?? null, 3),
    refuse: number(product?.refuseBp ?? null, 2),
    gamme: product?.gamme ?? null,
    baseProductId: product?.baseProductId ?? null,
    portion: number(product?.portionGrams ?? null, 0),
    season: product?.season ?? [],
    vat: number(product?.vatBp ?? FOOD_VAT_BP, 2),
    active: product?.active ?? true,
  };
}

function inputOf({ pieceKg, refuse, vat, portion, ...draft }: Draft): unknown {
  return {
    ...draft,
    pieceGrams: scaled(pieceKg, 3),
    refuseBp: scaled(refuse, 2),
    vatBp: scaled(vat, 2),
    portionGrams: scaled(portion, 0),
  };
}

/** Null while empty; what cannot be read is left for the schema to refuse. */
function scaled(text: string, decimals: number): number | null {
  if (text.trim() === "") return null;
  const reading = parseScaled(text, decimals);
  return reading.ok ? reading.value : Number.NaN;
}
