import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { CATEGORIES, CATEGORY_LABELS } from "../../shared/categories.ts";
import { ORGANIC_STAGES, ORIGINS } from "../../shared/facts.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { FOOD_VAT_BP } from "../../shared/law/vat.ts";
import type { Offer } from "../../shared/offers.ts";
import { ORGANIC_STAGE_LABELS, ORIGIN_LABELS, offerInputSchema } from "../../shared/offers.ts";
import { UNIT_LABELS, UNITS } from "../../shared/quantity.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { producesItself } from "../../shared/suppliers.ts";
import { CommuneSelect } from "../commune-select.tsx";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import type { ShownOffer } from "./articles-section.tsx";
import { scaled } from "./scaled.ts";

interface OfferFormProps {
  id: string;
  supplier: Supplier;
  /** Null: a new one. */
  offer: ShownOffer | null;
  onSaved: () => void;
}

export function OfferForm({ id, supplier, offer, onSaved }: OfferFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [draft, setDraft] = useState(() => draftOf(supplier, offer, locale));
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: offerInputSchema,
    save: (input) => client.offers.save.mutate({ id, supplierId: supplier.id, input }),
    onSaved: () => onSaved(),
  });
  const form = useFocusFirstError(errors);
  const { loadProducts, loadProducers } = useSearches();
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
          label={t`Nom de l'article`}
          required
          value={draft.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <SearchSelect
          label={t`Produit du catalogue`}
          description={t`Relié à un produit, l'article entre dans « Comparer ».`}
          value={draft.product}
          error={errors.productId}
          load={loadProducts}
          onChange={(product) => change({ product })}
        />
        <TextInput
          label={t`Référence chez le fournisseur`}
          value={draft.code}
          error={errors.code}
          onChange={(event) => change({ code: event.currentTarget.value })}
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
          label={t`Unité de vente`}
          value={draft.unit}
          data={UNITS.map((unit) => ({ value: unit, label: UNIT_LABELS[unit][locale] }))}
          onChange={(event) => {
            const unit = UNITS.find((candidate) => candidate === event.currentTarget.value);
            if (unit !== undefined) change({ unit });
          }}
        />
        {draft.unit !== "KG" && draft.unit !== "G" && (
          <NumberField
            label={t`Poids net d'une unité`}
            description={t`Sans lui, pas de prix au kilo.`}
            unit="kg"
            decimals={3}
            value={draft.packKg}
            error={errors.packGrams}
            onChange={(packKg) => change({ packKg })}
          />
        )}
        <NumberField
          label={t`TVA`}
          required
          unit="%"
          decimals={2}
          value={draft.vat}
          error={errors.vatBp}
          onChange={(vat) => change({ vat })}
        />
        <Checkbox.Group
          label={t`Marques annoncées`}
          description={t`Elles ne sont « confirmées » qu'avec une preuve en cours de validité.`}
          value={draft.claims}
          onChange={(claims) => change({ claims })}
        >
          <Stack gap="xs" mt="xs">
            {CATEGORIES.map((category) => (
              <Checkbox key={category} value={category} label={CATEGORY_LABELS[category][locale]} />
            ))}
          </Stack>
        </Checkbox.Group>
        {draft.claims.includes("BIO") && (
          <NativeSelect
            label={t`Stade bio`}
            value={draft.organicStage ?? "AB"}
            data={ORGANIC_STAGES.map((stage) => ({
              value: stage,
              label: ORGANIC_STAGE_LABELS[stage][locale],
            }))}
            onChange={(event) =>
              change({
                organicStage: ORGANIC_STAGES.find((stage) => stage === event.currentTarget.value) ?? null,
              })
            }
          />
        )}
        <NumberField
          label={t`Part d'ingrédients certifiés`}
          description={t`Pour un produit transformé : 95 % au moins pour compter.`}
          unit="%"
          decimals={2}
          value={draft.share}
          error={errors.certifiedShareBp}
          onChange={(share) => change({ share })}
        />
        <SearchSelect
          label={t`Producteur`}
          description={t`Qui l'a fait pousser ou fabriqué, s'il n'est pas le vendeur.`}
          value={draft.producer}
          error={errors.producerId}
          load={loadProducers}
          onChange={(producer) => change({ producer })}
        />
        <CommuneSelect
          label={t`Commune de production`}
          code={draft.commune}
          error={errors.originCommunes}
          onChange={(commune) => change({ commune })}
        />
        <NativeSelect
          label={t`Origine`}
          value={draft.origin ?? ""}
          data={[
            { value: "", label: t`Non précisée` },
            ...ORIGINS.map((origin) => ({ value: origin, label: ORIGIN_LABELS[origin][locale] })),
          ]}
          onChange={(event) =>
            change({ origin: ORIGINS.find((o) => o === event.currentTarget.value) ?? null })
          }
        />
        <NumberField
          label={t`Intermédiaires entre le producteur et la cantine`}
          description={t`0 : vente directe. 1 au plus fait un circuit court.`}
          decimals={0}
          value={draft.intermediaries}
          error={errors.intermediaries}
          onChange={(intermediaries) => change({ intermediaries })}
        />
        <Checkbox
          label={t`Sert encore`}
          checked={draft.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer l'article</Trans>
        </Button>
      </Stack>
    </form>
  );
}

function useSearches() {
  const client = useTRPCClient();
  async function loadProducts(typed: string): Promise<SearchOption[]> {
    const found = await client.products.search.query({ search: typed.slice(0, 100) });
    return found.map(({ id, name }) => ({ value: id, label: name, typed: true }));
  }
  async function loadProducers(typed: string): Promise<SearchOption[]> {
    const found = await client.suppliers.search.query({ search: typed.slice(0, 100) });
    return found.map(({ id, name, communeName }) => ({
      value: id,
      label: name,
      typed: true,
      ...(communeName === null ? {} : { detail: communeName }),
    }));
  }
  return { loadProducts, loadProducers };
}

type Draft = ReturnType<typeof draftOf>;

/** A new article starts with what is known of its supplier. */
function draftOf(supplier: Supplier, offer: ShownOffer | null, locale: "fr" | "en") {
  const direct = offer === null && producesItself(supplier.kind);
  const number = (value: number | null | undefined, decimals: number): string =>
    value === null || value === undefined ? "" : formatEntry({ value, decimals }, locale);
  return {
    name: offer?.name ?? "",
    product: offer?.productId
      ? { value: offer.productId, label: offer.productName ?? "", typed: true }
      : (null as SearchOption | null),
    code: offer?.code ?? "",
    family: offer === null ? ("FRUITS_ET_LEGUMES" as Offer["family"]) : offer.family,
    unit: offer?.unit ?? ("KG" as Offer["unit"]),
    packKg: number(offer?.packGrams, 3),
    vat: number(offer?.vatBp ?? FOOD_VAT_BP, 2),
    claims: [...(offer?.claims ?? [])] as string[],
    organicStage: offer?.organicStage ?? null,
    share: number(offer?.certifiedShareBp, 2),
    producer: offer?.producerId
      ? { value: offer.producerId, label: offer.producerName ?? "", typed: true }
      : (null as SearchOption | null),
    commune: offer?.originCommunes[0] ?? (direct ? supplier.productionCommune : null),
    otherCommunes: offer?.originCommunes.slice(1) ?? [],
    origin: offer?.origin ?? (direct ? ("FRANCE" as const) : null),
    intermediaries: direct ? "0" : number(offer?.intermediaries, 0),
    active: offer?.active ?? true,
  };
}

function inputOf(draft: Draft): unknown {
  const organic = draft.claims.includes("BIO");
  return {
    productId: draft.product?.value ?? null,
    code: draft.code.trim() === "" ? null : draft.code,
    name: draft.name,
    family: draft.family,
    unit: draft.unit,
    packGrams: draft.unit === "KG" || draft.unit === "G" ? null : scaled(draft.packKg, 3),
    vatBp: scaled(draft.vat, 2),
    claims: CATEGORIES.filter((category) => draft.claims.includes(category)),
    organicStage: organic ? (draft.organicStage ?? "AB") : null,
    certifiedShareBp: scaled(draft.share, 2),
    producerId: draft.producer?.value ?? null,
    originCommunes: draft.commune === null ? [] : [draft.commune, ...draft.otherCommunes],
    origin: draft.origin,
    intermediaries: scaled(draft.intermediaries, 0),
    active: draft.active,
  };
}
