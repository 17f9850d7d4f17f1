import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatKg } from "../../shared/format/measures.ts";
import { outputCode } from "../../shared/legumerie/codes.ts";
import { outputStock } from "../../shared/legumerie/stock.ts";
import { CUT_LABELS, deliverySchema, LOT_STAGE_LABELS } from "../../shared/legumerie.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import { MoneyText } from "../ui/values.tsx";
import type { DeliveryDraft, DeliveryLineDraft, RequestStart } from "./delivery-draft.ts";
import { draftTotalCents, newDeliveryDraft, newDeliveryLine, typedDelivery } from "./delivery-draft.ts";
import { DeliveryWords } from "./delivery-words.tsx";
import classes from "./legumerie.module.css";
import { LineList } from "./line-list.tsx";
import { useLedgerSave } from "./use-ledger-save.ts";
import { nameIn } from "./workshop.ts";

interface DeliveryFormProps {
  id: string;
  legumerieId: string;
  /** The request it answers; null: none. */
  start?: RequestStart | null;
  onSaved: () => void;
}

/** A delivery note: one canteen, one day, some finished products. */
export function DeliveryForm({ id, legumerieId, start = null, onSaved }: DeliveryFormProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => newDeliveryDraft(today, start));
  const canteens = useQuery(trpc.legumerie.canteens.queryOptions({ legumerieId }));
  const outputs = useDeliverable(legumerieId, today);
  const save = useMutation(trpc.legumerie.deliver.mutationOptions());
  const { errors, submit } = useLedgerSave(deliverySchema, onSaved);
  const change = (part: Partial<DeliveryDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const edit = (key: string, part: Partial<DeliveryLineDraft>): void =>
    change({ lines: draft.lines.map((line) => (line.id === key ? { ...line, ...part } : line)) });
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        submit(typedDelivery(draft, { id, today }), {
          mutate: (delivery, options) => save.mutate({ legumerieId, delivery }, options),
        });
      }}
    >
      <div className={classes.fields}>
        <SearchSelect
          label={t`Cantine`}
          required
          options={(canteens.data ?? []).map(({ id: value, name }) => ({ value, label: name }))}
          value={draft.canteen}
          onChange={(canteen) =>
            change({ canteen, lines: draft.lines.map((line) => ({ ...line, requestId: null })) })
          }
          error={errors.canteenId}
        />
        <DateField
          label={t`Livré le`}
          required
          context={{ today }}
          value={draft.delivered}
          onChange={(delivered) => change({ delivered })}
          error={errors.deliveredOn}
        />
        <TextInput
          label={t`Numéro du bon de livraison`}
          value={draft.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
          error={errors.reference}
        />
      </div>
      <LineList
        legend={t`Produits livrés`}
        add={t`Ajouter un produit`}
        lines={draft.lines}
        keyOf={({ id: key }) => key}
        onAdd={() => change({ lines: [...draft.lines, newDeliveryLine()] })}
        onRemove={(key) => change({ lines: draft.lines.filter((line) => line.id !== key) })}
        fields={(line, index) => (
          <>
            <SearchSelect
              label={t`Produit fini`}
              required
              options={outputs}
              value={outputs.find(({ value }) => value === line.outputId) ?? null}
              onChange={(option) => edit(line.id, { outputId: option?.value ?? null })}
              error={errors[`outputs.${index}.outputId`]}
            />
            <NumberField
              label={t`Livré`}
              required
              decimals={3}
              unit="kg"
              value={line.kg}
              onChange={(kg) => edit(line.id, { kg })}
              error={errors[`outputs.${index}.grams`]}
            />
            <NumberField
              label={t`Dont refusé`}
              decimals={3}
              unit="kg"
              value={line.refused}
              onChange={(refused) => edit(line.id, { refused })}
              error={errors[`outputs.${index}.refusedGrams`]}
            />
            <NumberField
              label={t`Prix HT du kilo`}
              required
              decimals={4}
              unit="€"
              value={line.price}
              onChange={(price) => edit(line.id, { price })}
              error={errors[`outputs.${index}.unitPriceHtE4`]}
            />
            <DeliveryWords
              line={line}
              edit={(part) => edit(line.id, part)}
              errorOf={(field) => errors[`outputs.${index}.${field}`]}
            />
          </>
        )}
      />
      <div className={classes.balance} data-tone="plain" role="status">
        <strong>
          <Trans>
            <MoneyText cents={draftTotalCents(draft)} /> HT
          </Trans>
        </strong>
        <span>
          <Trans>Le poids refusé n'est pas payé et revient en stock jusqu'à sa DLC.</Trans>
        </span>
      </div>
      <Button type="submit" size="md" loading={save.isPending}>
        <Trans>Enregistrer la livraison</Trans>
      </Button>
    </form>
  );
}

/** Finished products that may be delivered today, the earliest use-by first. */
function useDeliverable(legumerieId: string, today: string): SearchOption[] {
  const { t } = useLingui();
  const locale = useLocale();
  const query = useQuery(useTRPC().legumerie.deliverable.queryOptions({ legumerieId }));
  return (query.data ?? []).map((output) => {
    const left = formatKg(outputStock(output, today).availableGrams, locale);
    const useBy = formatDateShort(output.useBy, locale);
    const stage = output.traits.organicStage;
    const organic = stage === null ? [] : [LOT_STAGE_LABELS[stage][locale]];
    return {
      value: output.id,
      label: `${nameIn({ name: output.productName, nameEn: output.productNameEn }, locale)}, ${CUT_LABELS[output.cut][locale]}`,
      detail: [...organic, t`reste ${left}`, t`DLC ${useBy}`, outputCode(output)].join(" · "),
    };
  });
}
