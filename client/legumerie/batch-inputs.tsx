import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatKg } from "../../shared/format/measures.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { lotCode } from "../../shared/legumerie/codes.ts";
import { lotStock } from "../../shared/legumerie/stock.ts";
import { LOT_STAGE_LABELS } from "../../shared/legumerie.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import type { BatchDraft, InputDraft } from "./batch-draft.ts";
import { newInput } from "./batch-draft.ts";
import type { PathErrors } from "./form-errors.ts";
import { LineList } from "./line-list.tsx";
import type { LedgerBatch } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

export interface BatchPartProps {
  draft: BatchDraft;
  change: (part: Partial<BatchDraft>) => void;
  errors: PathErrors;
  today: string;
}

/** Lots that go into the batch, with what is left of each. */
export function BatchInputs(
  props: BatchPartProps & { legumerieId: string; stored: LedgerBatch | null },
): React.ReactNode {
  const { t } = useLingui();
  const { draft, change, errors } = props;
  const { options, leftOf } = useLots(props);
  const edit = (key: string, part: Partial<InputDraft>): void =>
    change({ inputs: draft.inputs.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  return (
    <LineList
      legend={t`Ce qui entre`}
      add={t`Ajouter un lot`}
      lines={draft.inputs}
      keyOf={({ key }) => key}
      onAdd={() => change({ inputs: [...draft.inputs, newInput()] })}
      onRemove={(key) => change({ inputs: draft.inputs.filter((line) => line.key !== key) })}
      fields={(line, index) => (
        <>
          <SearchSelect
            label={t`Lot`}
            required
            options={options}
            value={options.find(({ value }) => value === line.lotId) ?? null}
            onChange={(option) => {
              const left = option === null ? undefined : leftOf.get(option.value);
              const kg = left === undefined ? line.kg : formatEntry({ value: left, decimals: 3 }, "fr");
              edit(line.key, { lotId: option?.value ?? null, kg: line.kg === "" ? kg : line.kg });
            }}
            error={errors[`inputs.${index}.lotId`]}
          />
          <NumberField
            label={t`Poids brut`}
            required
            decimals={3}
            unit="kg"
            value={line.kg}
            onChange={(kg) => edit(line.key, { kg })}
            error={errors[`inputs.${index}.grams`]}
          />
        </>
      )}
    />
  );
}

/** Lots in stock, and those the open batch already holds. */
function useLots({ legumerieId, stored }: { legumerieId: string; stored: LedgerBatch | null }): {
  options: SearchOption[];
  leftOf: ReadonlyMap<string, number>;
} {
  const { t } = useLingui();
  const locale = useLocale();
  const query = useQuery(useTRPC().legumerie.lotsInStock.queryOptions({ legumerieId }));
  const lots = query.data ?? [];
  const options = lots.map((lot) => {
    const left = formatKg(lotStock(lot), locale);
    const received = formatDateShort(lot.receivedOn, locale);
    const stage = lot.organicStage === null ? [] : [LOT_STAGE_LABELS[lot.organicStage][locale]];
    return {
      value: lot.id,
      label: `${nameIn({ name: lot.productName, nameEn: lot.productNameEn }, locale)} · ${lotCode(lot)}`,
      detail: [lot.producerName, ...stage, t`reçu le ${received}`, t`reste ${left}`].join(" · "),
    };
  });
  const known = new Set(options.map(({ value }) => value));
  const held = (stored?.lots ?? [])
    .filter(({ id }) => !known.has(id))
    .map((lot) => ({ value: lot.id, label: `${lot.productName} · ${lotCode(lot)}` }));
  return {
    options: [...options, ...held],
    leftOf: new Map(lots.map((lot) => [lot.id, lotStock(lot)])),
  };
}
