import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { provenStage } from "../../shared/legumerie/traits.ts";
import { LOT_STAGE_LABELS, LOT_STAGES, lotSchema } from "../../shared/legumerie.ts";
import { CommuneSelect } from "../commune-select.tsx";
import { readToday } from "../today.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import type { LotDraft } from "./lot-draft.ts";
import { dateOf, newLotDraft, typedLot } from "./lot-draft.ts";
import { useLedgerSave } from "./use-ledger-save.ts";
import { useSearches } from "./use-searches.ts";

const OWNERS = ["0", "1", "2", "3"];

/** A lot at its arrival: who, what, how much, from where. */
export function LotForm({
  id,
  legumerieId,
  onSaved,
}: {
  id: string;
  legumerieId: string;
  onSaved: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => newLotDraft(today));
  const { loadProducers, loadVegetables } = useSearches();
  const save = useMutation(trpc.legumerie.receiveLot.mutationOptions());
  const { errors, submit } = useLedgerSave(lotSchema, onSaved);
  const change = (part: Partial<LotDraft>): void => setDraft((now) => ({ ...now, ...part }));

  async function chooseProducer(producer: SearchOption | null): Promise<void> {
    change({ producer });
    if (producer === null) return;
    const { supplier } = await client.suppliers.get.query({ id: producer.value });
    setDraft((now) =>
      now.producer?.value === producer.value ? { ...now, commune: supplier.productionCommune } : now,
    );
  }

  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        submit(typedLot(draft, { id, today }), {
          mutate: (lot, options) => save.mutate({ legumerieId, lot }, options),
        });
      }}
    >
      <div className={classes.fields}>
        <SearchSelect
          label={t`Producteur`}
          required
          value={draft.producer}
          onChange={(producer) => void chooseProducer(producer)}
          load={loadProducers}
          error={errors.producerId}
        />
        <SearchSelect
          label={t`Légume`}
          required
          value={draft.product}
          onChange={(product) => change({ product })}
          load={loadVegetables}
          error={errors.productId}
        />
        <NumberField
          label={t`Poids brut`}
          required
          decimals={3}
          unit="kg"
          value={draft.gross}
          onChange={(gross) => change({ gross })}
          error={errors.grossGrams}
        />
        <DateField
          label={t`Reçu le`}
          required
          context={{ today }}
          value={draft.received}
          onChange={(received) => change({ received })}
          error={errors.receivedOn}
        />
        <CommuneSelect
          label={t`Commune de production`}
          code={draft.commune}
          onChange={(commune) => change({ commune })}
          description={t`Vide : l'origine restera à vérifier jusqu'à la cantine.`}
          error={errors.originCommune}
        />
        <NativeSelect
          label={t`Bio`}
          value={draft.stage ?? ""}
          data={[
            { value: "", label: t`non` },
            ...LOT_STAGES.map((value) => ({ value, label: LOT_STAGE_LABELS[value][locale] })),
          ]}
          onChange={(event) =>
            change({ stage: LOT_STAGES.find((stage) => stage === event.currentTarget.value) ?? null })
          }
        />
      </div>
      <OrganicProof draft={draft} receivedOn={dateOf(draft.received, today)} />
      <div className={classes.fields}>
        <NativeSelect
          label={t`La marchandise`}
          value={draft.owned ? "owned" : "fee"}
          data={[
            { value: "owned", label: t`est achetée` },
            { value: "fee", label: t`est travaillée à façon` },
          ]}
          onChange={(event) => change({ owned: event.currentTarget.value === "owned" })}
        />
        {draft.owned && (
          <NumberField
            label={t`Prix du lot HT`}
            required
            decimals={2}
            unit="€"
            value={draft.price}
            onChange={(price) => change({ price })}
            error={errors.priceHtCents}
          />
        )}
        <NativeSelect
          label={t`Intermédiaires avant nous`}
          value={String(draft.intermediaries)}
          data={OWNERS}
          onChange={(event) => change({ intermediaries: Number(event.currentTarget.value) })}
        />
        <DateField
          label={t`Récolté le`}
          context={{ today }}
          value={draft.harvested}
          onChange={(harvested) => change({ harvested })}
          error={errors.harvestedOn}
        />
        <TextInput
          label={t`Variété`}
          value={draft.variety}
          onChange={(event) => change({ variety: event.currentTarget.value })}
          error={errors.variety}
        />
        <TextInput
          label={t`N° de lot du producteur`}
          value={draft.supplierLot}
          onChange={(event) => change({ supplierLot: event.currentTarget.value })}
          error={errors.supplierLot}
        />
      </div>
      <Button type="submit" size="md" loading={save.isPending}>
        <Trans>Enregistrer la réception</Trans>
      </Button>
    </form>
  );
}

/** Whether the organic claim will hold, while there is still time to ask for the certificate. */
function OrganicProof({
  draft: { producer, stage },
  receivedOn,
}: {
  draft: LotDraft;
  receivedOn: string | null;
}): React.ReactNode {
  const query = useQuery({
    ...useTRPC().suppliers.get.queryOptions({ id: producer?.value ?? "" }),
    enabled: producer !== null && stage !== null,
  });
  if (producer === null || stage === null || receivedOn === null || query.data === undefined) return null;
  const proofs = query.data.certificates.filter(({ scheme }) => scheme === "BIO");
  const proven = provenStage({ organicStage: stage, receivedOn, proofs }) !== null;
  return (
    <div role="status">
      {proven ? (
        <Badge tone="good">
          <Trans>certificat bio en règle ce jour-là</Trans>
        </Badge>
      ) : (
        <>
          <Badge tone="warn">
            <Trans>aucun certificat bio en règle ce jour-là</Trans>
          </Badge>{" "}
          <Trans>Le lot entre, mais rien de ce qui en sortira ne sera dit bio.</Trans>
        </>
      )}
    </div>
  );
}
