import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import type { IsoDate } from "../../shared/facts.ts";
import type { FieldErrors } from "../form-issues.ts";
import { SupplierSelect } from "../supplier-select.tsx";
import { Icon } from "../ui/icons.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { ClauseFields } from "./clause-fields.tsx";
import classes from "./clauses.module.css";
import type { LotDraft } from "./contract-draft.ts";
import { newClause } from "./contract-draft.ts";

interface LotFieldsProps {
  lot: LotDraft;
  /** The contract's one lot: it needs no number. */
  only: boolean;
  today: IsoDate;
  /** `lots.0`: where its errors are. */
  path: string;
  errors: FieldErrors;
  onChange: (change: Partial<LotDraft>) => void;
  onRemove: () => void;
}

/** What one holder won, and its clauses. */
export function LotFields(props: LotFieldsProps): React.ReactNode {
  const { lot, only, today, path, errors, onChange, onRemove } = props;
  const { t } = useLingui();
  const name = lot.number.trim() === "" ? t`Lot` : t`Lot ${lot.number}`;
  return (
    <fieldset className={classes.group}>
      <legend>{only ? t`Titulaire et montant` : name}</legend>
      <div className={classes.fields}>
        <TextInput
          label={t`Numéro du lot`}
          description={only ? t`Vide : le marché n'est pas alloti.` : undefined}
          required={!only}
          value={lot.number}
          error={errors[`${path}.number`]}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <TextInput
          label={t`Objet du lot`}
          value={lot.subject}
          error={errors[`${path}.subject`]}
          onChange={(event) => onChange({ subject: event.currentTarget.value })}
        />
        <NumberField
          label={t`Montant HT`}
          description={t`Sur toute la durée`}
          required
          decimals={2}
          unit="€"
          value={lot.amount}
          error={errors[`${path}.amountHtCents`]}
          onChange={(amount) => onChange({ amount })}
        />
        <SupplierSelect
          label={t`Titulaire, s'il est au répertoire`}
          value={lot.supplier}
          error={errors[`${path}.supplierId`]}
          onChange={(supplier) => onChange({ supplier })}
        />
        {lot.supplier === null && (
          <TextInput
            label={t`Nom du titulaire`}
            required
            value={lot.holderName}
            error={errors[`${path}.holderName`]}
            onChange={(event) => onChange({ holderName: event.currentTarget.value })}
          />
        )}
        <TextInput
          label={t`SIRET du titulaire`}
          inputMode="numeric"
          value={lot.holderSiret}
          error={errors[`${path}.holderSiret`]}
          onChange={(event) => onChange({ holderSiret: event.currentTarget.value })}
        />
      </div>
      {lot.clauses.map((clause, index) => (
        <ClauseFields
          key={clause.id}
          clause={clause}
          amount={lot.amount}
          today={today}
          path={`${path}.clauses.${index}`}
          errors={errors}
          onChange={(change) =>
            onChange({
              clauses: lot.clauses.map((one) => (one.id === clause.id ? { ...one, ...change } : one)),
            })
          }
          onRemove={() => onChange({ clauses: lot.clauses.filter(({ id }) => id !== clause.id) })}
        />
      ))}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => onChange({ clauses: [...lot.clauses, newClause()] })}
        >
          <Trans>Ajouter une clause sociale</Trans>
        </Button>
        {!only && (
          <Button variant="subtle" leftSection={<Icon name="trash" />} onClick={onRemove}>
            <Trans>Retirer ce lot</Trans>
          </Button>
        )}
      </div>
    </fieldset>
  );
}
