import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { StoredContractLot } from "../../shared/contract-lots.ts";
import { contractLotInputSchema } from "../../shared/contract-lots.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Id } from "../../shared/ids.ts";
import { ruleSetOn } from "../../shared/law/rule-sets.ts";
import type { Locale } from "../../shared/locales.ts";
import type { Moved } from "../../shared/moves.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import fields from "../certificate-fields.module.css";
import { shownDate } from "../certificate-fields.tsx";
import { readToday } from "../today.ts";
import { useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import { scaled } from "./scaled.ts";

interface ContractFormProps {
  id: Id;
  /** Null: a new one. */
  lot: StoredContractLot | null;
  supplierId: Id;
  canteenId: Id;
  offers: readonly { id: Id; name: string; active: boolean }[];
  onSaved: (moved: Moved | null) => void;
}

const WEIGHTS = ["externalities", "environment", "directSupply"] as const;

/** A lot: what it covers, what its criteria weigh, and how its articles were marked. */
export function ContractForm({
  id,
  lot,
  supplierId,
  canteenId,
  offers,
  onSaved,
}: ContractFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => draftOf(lot, locale));
  const { errors, busy, submit } = useRecordSave({
    schema: contractLotInputSchema,
    save: (input) => client.contractLots.save.mutate({ canteenId, supplierId, id, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));
  const rules = ruleSetOn(today);
  const [from, to, mark, half] = [
    rules.externalitiesWeightMinBp,
    rules.externalitiesWeightMaxBp,
    rules.externalitiesMarkMinBp,
    rules.performanceWeightMinBp,
  ].map((bp) => formatBasisPoints(bp, locale));
  const labels: Record<(typeof WEIGHTS)[number], { label: string; description: string }> = {
    externalities: {
      label: t`Poids des externalités environnementales`,
      description: t`Compte de ${from} à ${to}, pour les articles notés au moins ${mark}.`,
    },
    environment: {
      label: t`Poids de l'environnement`,
      description: t`Avec l'approvisionnement direct : compte à partir de ${half} en tout.`,
    },
    directSupply: {
      label: t`Poids de l'approvisionnement direct`,
      description: t`Les deux critères sont exigés.`,
    },
  };
  const marked = offers.filter((offer) => offer.active || draft.marks[offer.id] !== undefined);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(lotOf(draft, today));
      }}
    >
      <Stack>
        <Text size="sm">
          <Trans>Valable pour toutes les cantines de votre organisation.</Trans>
        </Text>
        <Group grow align="flex-start">
          <TextInput
            label={t`Référence du marché`}
            required
            value={draft.contract}
            error={errors.contract}
            onChange={(event) => change({ contract: event.currentTarget.value })}
          />
          <TextInput
            label={t`Lot`}
            description={t`Vide : marché sans lots.`}
            value={draft.lot}
            error={errors.lot}
            onChange={(event) => change({ lot: event.currentTarget.value })}
          />
        </Group>
        <Group grow align="flex-start">
          <DateField
            label={t`Depuis le`}
            required
            context={{ today }}
            value={draft.validFrom}
            error={errors.validFrom}
            onChange={(validFrom) => change({ validFrom })}
          />
          <DateField
            label={t`Jusqu'au`}
            context={{ today }}
            description={t`Vide : sans fin.`}
            value={draft.validTo}
            error={errors.validTo}
            onChange={(validTo) => change({ validTo })}
          />
        </Group>
        {WEIGHTS.map((name) => (
          <NumberField
            key={name}
            label={labels[name].label}
            description={labels[name].description}
            decimals={2}
            unit="%"
            value={draft[name]}
            error={errors[`${name}WeightBp`]}
            onChange={(text) => change({ [name]: text })}
          />
        ))}
        <Checkbox.Group
          label={t`Familles de produits du lot`}
          description={t`Aucune cochée : toutes.`}
          value={[...draft.families]}
          onChange={(families) => change({ families })}
        >
          <Stack gap="xs" mt="xs">
            {FAMILIES.map((family) => (
              <Checkbox key={family} value={family} label={FAMILY_SHORT_LABELS[family][locale]} />
            ))}
          </Stack>
        </Checkbox.Group>
        {marked.length > 0 && (
          <details className={fields.articles} open={Object.keys(draft.marks).length > 0}>
            <summary>
              <Trans>Notes des articles sur les externalités</Trans>
            </summary>
            <Stack gap="xs" mt="xs">
              {marked.map((offer) => (
                <NumberField
                  key={offer.id}
                  label={offer.name}
                  description={t`En pour cent de la note maximale ; vide : pas noté.`}
                  decimals={2}
                  unit="%"
                  value={draft.marks[offer.id] ?? ""}
                  onChange={(text) => change({ marks: { ...draft.marks, [offer.id]: text } })}
                />
              ))}
              {errors.marks !== undefined && (
                <Text size="sm" c="red" role="alert">
                  {errors.marks}
                </Text>
              )}
            </Stack>
          </details>
        )}
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer le lot</Trans>
        </Button>
      </Stack>
    </form>
  );
}

interface Draft {
  contract: string;
  lot: string;
  families: readonly string[];
  validFrom: string;
  validTo: string;
  externalities: string;
  environment: string;
  directSupply: string;
  /** As typed, by article. */
  marks: Readonly<Record<Id, string>>;
}

function draftOf(lot: StoredContractLot | null, locale: Locale): Draft {
  const text = (value: number): string => (value === 0 ? "" : formatEntry({ value, decimals: 2 }, locale));
  return {
    contract: lot?.contract ?? "",
    lot: lot?.lot ?? "",
    families: lot?.families ?? [],
    validFrom: shownDate(lot?.validFrom ?? null),
    validTo: shownDate(lot?.validTo ?? null),
    externalities: text(lot?.externalitiesWeightBp ?? 0),
    environment: text(lot?.environmentWeightBp ?? 0),
    directSupply: text(lot?.directSupplyWeightBp ?? 0),
    marks: Object.fromEntries(
      (lot?.marks ?? []).map(({ offerId, markBp }) => [
        offerId,
        formatEntry({ value: markBp, decimals: 2 }, locale),
      ]),
    ),
  };
}

/** What the schema reads; a weight left empty is a criterion that the lot does not have. */
function lotOf(draft: Draft, today: IsoDate): unknown {
  const day = (text: string): string => {
    const reading = parseDate(text, { today });
    return reading.ok ? reading.value : text;
  };
  return {
    contract: draft.contract,
    lot: draft.lot.trim() === "" ? null : draft.lot,
    families: FAMILIES.filter((family) => draft.families.includes(family)),
    validFrom: day(draft.validFrom),
    validTo: draft.validTo.trim() === "" ? null : day(draft.validTo),
    externalitiesWeightBp: scaled(draft.externalities, 2) ?? 0,
    environmentWeightBp: scaled(draft.environment, 2) ?? 0,
    directSupplyWeightBp: scaled(draft.directSupply, 2) ?? 0,
    marks: Object.entries(draft.marks).flatMap(([offerId, text]) => {
      const markBp = scaled(text, 2);
      return markBp === null ? [] : [{ offerId, markBp }];
    }),
  };
}
