import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { newId } from "../../shared/ids.ts";
import { outputCode } from "../../shared/legumerie/codes.ts";
import { disposalSchema } from "../../shared/legumerie/disposals.ts";
import type { FinishedStock } from "../../shared/legumerie/stock-on.ts";
import type { LossDestination } from "../../shared/legumerie.ts";
import { LOSS_DESTINATION_LABELS, LOSS_DESTINATIONS } from "../../shared/legumerie.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { DateField } from "../ui/date-field.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import classes from "./legumerie.module.css";
import { dateOf, scaledOf } from "./lot-draft.ts";
import { ProductCut } from "./output-columns.tsx";
import { useLedgerSave } from "./use-ledger-save.ts";

interface DisposeDrawerProps {
  legumerieId: string;
  /** What is taken out; null: closed. */
  stock: FinishedStock | null;
  onClose: () => void;
}

/** Finished goods taken out of stock: how much, when, where to. */
export function DisposeDrawer({ legumerieId, stock, onClose }: DisposeDrawerProps): React.ReactNode {
  const { t } = useLingui();
  return (
    <SideDrawer title={t`Sortir du stock`} size="xl" opened={stock !== null} onClose={onClose}>
      {stock !== null && <DisposeForm legumerieId={legumerieId} stock={stock} onSaved={onClose} />}
    </SideDrawer>
  );
}

function DisposeForm({
  legumerieId,
  stock,
  onSaved,
}: {
  legumerieId: string;
  stock: FinishedStock;
  onSaved: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [id] = useState(newId);
  const [today] = useState(readToday);
  const [kg, setKg] = useState(() => formatEntry({ value: stock.grams, decimals: 3 }, "fr"));
  const [day, setDay] = useState(() => formatDateShort(today, "fr"));
  const [destination, setDestination] = useState<LossDestination>("COMPOST");
  const save = useMutation(useTRPC().legumerieLedger.dispose.mutationOptions());
  const { errors, submit } = useLedgerSave(disposalSchema, onSaved);
  const { outputId, packedOn, useBy } = stock;
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        submit(
          { id, outputId, disposedOn: dateOf(day, today), grams: scaledOf(kg, 3), destination },
          { mutate: (disposal, options) => save.mutate({ legumerieId, disposal }, options) },
        );
      }}
    >
      <div>
        <ProductCut {...stock} />
        <div>
          <Trans>
            Lot {outputCode({ id: outputId, packedOn })}, DLC {formatDateShort(useBy, locale)}
          </Trans>
        </div>
      </div>
      <div className={classes.fields}>
        <NumberField
          label={t`Poids sorti`}
          required
          decimals={3}
          unit="kg"
          value={kg}
          onChange={setKg}
          error={errors.grams}
        />
        <DateField
          label={t`Sorti le`}
          required
          context={{ today }}
          value={day}
          onChange={setDay}
          error={errors.disposedOn}
        />
      </div>
      <fieldset className={choices.choices}>
        <legend>
          <Trans>Destination</Trans>
        </legend>
        {LOSS_DESTINATIONS.map((value) => (
          <label key={value} className={choices.choice}>
            <input
              type="radio"
              name="destination"
              checked={destination === value}
              onChange={() => setDestination(value)}
            />
            {LOSS_DESTINATION_LABELS[value][locale]}
          </label>
        ))}
      </fieldset>
      {(errors.destination ?? errors.outputId) !== undefined && (
        <span role="alert" className={classes.refused}>
          {errors.destination ?? errors.outputId}
        </span>
      )}
      <Button type="submit" size="md" loading={save.isPending}>
        <Trans>Sortir du stock</Trans>
      </Button>
    </form>
  );
}
