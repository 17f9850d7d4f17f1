import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatKg } from "../../shared/format/measures.ts";
import { newId } from "../../shared/ids.ts";
import { lateRefusalSchema } from "../../shared/legumerie/late-refusals.ts";
import type { RefusalReason } from "../../shared/refusals.ts";
import { REFUSAL_REASON_LABELS, REFUSAL_REASONS } from "../../shared/refusals.ts";
import { useTRPC } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import classes from "./legumerie.module.css";
import { scaledOf, textOf } from "./lot-draft.ts";
import { useLedgerSave } from "./use-ledger-save.ts";
import type { LedgerDelivery } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

interface RefuseDrawerProps {
  legumerieId: string;
  /** Null: closed. */
  delivery: LedgerDelivery | null;
  onClose: () => void;
}

/** Kilos a canteen sends back after the delivery was written. */
export function RefuseDrawer({ legumerieId, delivery, onClose }: RefuseDrawerProps): React.ReactNode {
  const { t } = useLingui();
  return (
    <SideDrawer title={t`Noter un refus`} opened={delivery !== null} onClose={onClose}>
      {delivery !== null && (
        <RefuseForm key={delivery.id} legumerieId={legumerieId} delivery={delivery} onSaved={onClose} />
      )}
    </SideDrawer>
  );
}

function RefuseForm({
  legumerieId,
  delivery,
  onSaved,
}: {
  legumerieId: string;
  delivery: LedgerDelivery;
  onSaved: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [id] = useState(newId);
  const [kg, setKg] = useState("");
  const [reason, setReason] = useState<RefusalReason>("QUALITY");
  const [note, setNote] = useState("");
  const save = useMutation(useTRPC().legumerieRequests.refuse.mutationOptions());
  const { errors, submit } = useLedgerSave(lateRefusalSchema, onSaved);
  const kept = formatKg(delivery.grams - delivery.refusedGrams, locale);
  const product = nameIn({ name: delivery.productName, nameEn: delivery.productNameEn }, locale);
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        const { canteenId } = delivery;
        submit(
          { id, canteenId, deliveryId: delivery.id, grams: scaledOf(kg, 3), reason, note: textOf(note) },
          { mutate: (refusal, options) => save.mutate({ legumerieId, refusal }, options) },
        );
      }}
    >
      <p>
        <strong>
          <DataText>{delivery.canteenName}</DataText>
        </strong>
        <br />
        <Trans>
          {product} : {kept} gardés jusqu'ici.
        </Trans>
      </p>
      <NumberField
        label={t`Refusé`}
        required
        data-autofocus
        decimals={3}
        unit="kg"
        value={kg}
        onChange={setKg}
        error={errors.grams}
      />
      <fieldset className={choices.choices}>
        <legend>
          <Trans>Raison du refus</Trans>
        </legend>
        {REFUSAL_REASONS.map((one) => (
          <label key={one} className={choices.choice}>
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
            {REFUSAL_REASON_LABELS[one][locale]}
          </label>
        ))}
      </fieldset>
      <TextInput
        label={t`Précision`}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={errors.note}
      />
      <span className={classes.detail}>
        <Trans>
          La livraison reste écrite ; le refus s'ajoute. La commande de la cantine est corrigée, et elle en
          est prévenue.
        </Trans>
      </span>
      <Button type="submit" size="md" loading={save.isPending}>
        <Trans>Enregistrer le refus</Trans>
      </Button>
    </form>
  );
}
