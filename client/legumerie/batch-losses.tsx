import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import {
  LOSS_CAUSE_LABELS,
  LOSS_CAUSES,
  LOSS_DESTINATION_LABELS,
  LOSS_DESTINATIONS,
} from "../../shared/legumerie.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { LossDraft } from "./batch-draft.ts";
import { newLoss } from "./batch-draft.ts";
import type { BatchPartProps } from "./batch-inputs.tsx";
import { LineList } from "./line-list.tsx";

/** What is lost: weight, cause, and what becomes of it. */
export function BatchLosses({ draft, change, errors }: BatchPartProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const edit = (id: string, part: Partial<LossDraft>): void =>
    change({ losses: draft.losses.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  return (
    <LineList
      legend={t`Ce qui est perdu`}
      add={t`Ajouter une perte`}
      lines={draft.losses}
      keyOf={({ id }) => id}
      onAdd={() => change({ losses: [...draft.losses, newLoss()] })}
      onRemove={(id) => change({ losses: draft.losses.filter((line) => line.id !== id) })}
      fields={(line, index) => (
        <>
          <NumberField
            label={t`Poids`}
            required
            decimals={3}
            unit="kg"
            value={line.kg}
            onChange={(kg) => edit(line.id, { kg })}
            error={errors[`losses.${index}.grams`]}
          />
          <NativeSelect
            label={t`Cause`}
            value={line.cause}
            data={LOSS_CAUSES.map((value) => ({ value, label: LOSS_CAUSE_LABELS[value][locale] }))}
            onChange={(event) =>
              edit(line.id, {
                cause: LOSS_CAUSES.find((cause) => cause === event.currentTarget.value) ?? line.cause,
              })
            }
          />
          <NativeSelect
            label={t`Destination`}
            value={line.destination}
            data={LOSS_DESTINATIONS.map((value) => ({
              value,
              label: LOSS_DESTINATION_LABELS[value][locale],
            }))}
            onChange={(event) =>
              edit(line.id, {
                destination:
                  LOSS_DESTINATIONS.find((place) => place === event.currentTarget.value) ?? line.destination,
              })
            }
          />
        </>
      )}
    />
  );
}
