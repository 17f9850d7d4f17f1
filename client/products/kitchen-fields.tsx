import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MONTH_NAMES } from "../../shared/calendar-names.ts";
import type { Gamme } from "../../shared/gammes.ts";
import { GAMME_LABELS, GAMMES } from "../../shared/gammes.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import classes from "./products.module.css";

/** What the kitchen compares a product by, as typed. */
export interface KitchenDraft {
  gamme: Gamme | null;
  baseProductId: string | null;
  portion: string;
  season: number[];
}

interface KitchenFieldsProps {
  /** Of the product itself, which is no form of its own. */
  id: string;
  draft: KitchenDraft;
  errors: Partial<Record<string, React.ReactNode>>;
  onChange: (part: Partial<KitchenDraft>) => void;
}

export function KitchenFields({ id, draft, errors, onChange }: KitchenFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <>
      <NativeSelect
        label={t`Gamme`}
        description={t`Prêt à l'emploi ou surgelé : tout se mange, sauf perte dite ci-dessous.`}
        value={draft.gamme ?? ""}
        data={[
          { value: "", label: t`Non dite` },
          ...GAMMES.map((gamme) => ({ value: gamme, label: GAMME_LABELS[gamme][locale] })),
        ]}
        onChange={(event) =>
          onChange({ gamme: GAMMES.find((gamme) => gamme === event.currentTarget.value) ?? null })
        }
      />
      <BaseSelect
        id={id}
        baseProductId={draft.baseProductId}
        error={errors.baseProductId}
        onChange={(baseProductId) => onChange({ baseProductId })}
      />
      <NumberField
        label={t`Portion dans l'assiette`}
        description={t`Sans elle, le grammage usuel de la famille sert à comparer.`}
        unit="g"
        decimals={0}
        value={draft.portion}
        error={errors.portionGrams}
        onChange={(portion) => onChange({ portion })}
      />
      <fieldset className={classes.season}>
        <legend>
          <Trans>Mois de saison (aucun : toute l'année)</Trans>
        </legend>
        {MONTH_NAMES[locale].map((name, index) => (
          <Checkbox
            key={name}
            label={name}
            checked={draft.season.includes(index + 1)}
            onChange={(event) =>
              onChange({ season: toggled(draft.season, index + 1, event.currentTarget.checked) })
            }
          />
        ))}
      </fieldset>
    </>
  );
}

function toggled(months: readonly number[], month: number, on: boolean): number[] {
  const others = months.filter((other) => other !== month);
  return (on ? [...others, month] : others).sort((a, b) => a - b);
}

/** « Carottes rondelles surgelées » is another form of « Carotte »: they are compared per edible kilogram. */
function BaseSelect({
  id,
  baseProductId,
  error,
  onChange,
}: {
  id: string;
  baseProductId: string | null;
  error: React.ReactNode;
  onChange: (productId: string | null) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const base = useQuery({
    ...trpc.products.get.queryOptions({ id: baseProductId ?? "" }),
    enabled: baseProductId !== null,
  });
  async function load(typed: string): Promise<SearchOption[]> {
    const found = await client.products.search.query({ search: typed.slice(0, 100) });
    return found
      .filter((product) => product.id !== id && product.baseProductId === null)
      .map((product) => ({ value: product.id, label: product.name, typed: true }));
  }
  return (
    <SearchSelect
      label={t`Autre forme de`}
      description={t`Le produit brut qu'il remplace : les deux se comparent au kilo mangé.`}
      error={error}
      value={
        baseProductId === null || base.data === undefined
          ? null
          : { value: baseProductId, label: base.data.name, typed: true }
      }
      onChange={(option) => onChange(option?.value ?? null)}
      load={load}
    />
  );
}
