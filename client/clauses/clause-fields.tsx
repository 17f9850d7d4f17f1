import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, Text, TextInput } from "@mantine/core";
import { CLAUSE_WAY_LABELS, CLAUSE_WAY_TEXTS, CLAUSE_WAYS } from "../../shared/clauses/ways.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { INSERTION_STATUS_LABELS, INSERTION_STATUSES } from "../../shared/social-statuses.ts";
import type { FieldErrors } from "../form-issues.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { PlanWords } from "./clause-section.tsx";
import classes from "./clauses.module.css";
import type { ClauseDraft, EmployerDraft } from "./contract-draft.ts";
import { newEmployer, scaledOf, typedFormula } from "./contract-draft.ts";

interface ClauseFieldsProps {
  clause: ClauseDraft;
  /** Of the lot, as it is typed. */
  amount: string;
  today: IsoDate;
  /** `lots.0.clauses.1`: where its errors are. */
  path: string;
  errors: FieldErrors;
  onChange: (change: Partial<ClauseDraft>) => void;
  onRemove: () => void;
}

/** One clause: the way, the three terms with what they give, dates, follow-up and employers. */
export function ClauseFields(props: ClauseFieldsProps): React.ReactNode {
  const { clause, amount, today, path, errors, onChange, onRemove } = props;
  const { t } = useLingui();
  const locale = useLocale();
  const context = { today };
  const agreed = clause.agreed.trim() !== "";
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Clause sociale</Trans>
      </legend>
      <div className={classes.fields}>
        <NativeSelect
          label={t`Voie`}
          description={CLAUSE_WAY_TEXTS[clause.way][locale]}
          value={clause.way}
          data={CLAUSE_WAYS.map((value) => ({ value, label: CLAUSE_WAY_LABELS[value][locale] }))}
          onChange={(event) => {
            const way = CLAUSE_WAYS.find((one) => one === event.currentTarget.value);
            if (way !== undefined) onChange({ way });
          }}
        />
        <NumberField
          label={t`Part de main-d'œuvre`}
          decimals={2}
          unit="%"
          value={clause.labour}
          error={errors[`${path}.formula.labourShareBp`]}
          onChange={(labour) => onChange({ labour })}
        />
        <NumberField
          label={t`Part d'insertion`}
          decimals={2}
          unit="%"
          value={clause.insertion}
          error={errors[`${path}.formula.insertionShareBp`]}
          onChange={(insertion) => onChange({ insertion })}
        />
        <NumberField
          label={t`Coût horaire`}
          decimals={2}
          unit="€"
          value={clause.cost}
          error={errors[`${path}.formula.hourlyCostCents`]}
          onChange={(cost) => onChange({ cost })}
        />
        <NumberField
          label={t`Heures convenues`}
          description={t`À la place du calcul`}
          decimals={2}
          unit="h"
          value={clause.agreed}
          error={errors[`${path}.agreedHoursE2`] ?? errors[`${path}.formula`]}
          onChange={(text) => onChange({ agreed: text })}
        />
        {agreed && (
          <TextInput
            label={t`Pourquoi ce nombre`}
            required
            value={clause.agreedReason}
            error={errors[`${path}.agreedReason`]}
            onChange={(event) => onChange({ agreedReason: event.currentTarget.value })}
          />
        )}
        <DateField
          label={t`Début de la clause`}
          description={t`Vide : celui du marché`}
          context={context}
          value={clause.startsOn}
          error={errors[`${path}.startsOn`]}
          onChange={(startsOn) => onChange({ startsOn })}
        />
        <DateField
          label={t`Fin de la clause`}
          description={t`Vide : celle du marché`}
          context={context}
          value={clause.endsOn}
          error={errors[`${path}.endsOn`]}
          onChange={(endsOn) => onChange({ endsOn })}
        />
        <TextInput
          label={t`Dossier du facilitateur`}
          value={clause.facilitator}
          error={errors[`${path}.facilitator`]}
          onChange={(event) => onChange({ facilitator: event.currentTarget.value })}
        />
      </div>
      <Reckoned clause={clause} amount={amount} />
      {clause.employers.map((employer, index) => (
        <EmployerFields
          key={employer.id}
          employer={employer}
          path={`${path}.employers.${index}`}
          errors={errors}
          onChange={(change) =>
            onChange({
              employers: clause.employers.map((one) =>
                one.id === employer.id ? { ...one, ...change } : one,
              ),
            })
          }
          onRemove={() => onChange({ employers: clause.employers.filter(({ id }) => id !== employer.id) })}
        />
      ))}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => onChange({ employers: [...clause.employers, newEmployer()] })}
        >
          <Trans>Ajouter un employeur</Trans>
        </Button>
        <Button variant="subtle" leftSection={<Icon name="trash" />} onClick={onRemove}>
          <Trans>Retirer cette clause</Trans>
        </Button>
      </div>
    </fieldset>
  );
}

/** What the terms give, as soon as they can be read. */
function Reckoned({ clause, amount }: { clause: ClauseDraft; amount: string }): React.ReactNode {
  const amountHtCents = scaledOf(amount, 2);
  const terms = typedFormula(clause);
  if (amountHtCents === null || terms === null) return null;
  const { labourShareBp, insertionShareBp, hourlyCostCents } = terms;
  if (labourShareBp === null || insertionShareBp === null || hourlyCostCents === null || hourlyCostCents <= 0)
    return null;
  const formula = { labourShareBp, insertionShareBp, hourlyCostCents };
  return (
    <Text role="status" className={classes.formula ?? ""}>
      <PlanWords lot={{ amountHtCents }} clause={{ formula, agreedHoursE2: null, agreedReason: null }} />
    </Text>
  );
}

interface EmployerFieldsProps {
  employer: EmployerDraft;
  path: string;
  errors: FieldErrors;
  onChange: (change: Partial<EmployerDraft>) => void;
  onRemove: () => void;
}

function EmployerFields({
  employer,
  path,
  errors,
  onChange,
  onRemove,
}: EmployerFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <div className={classes.fields}>
      <TextInput
        label={t`Employeur`}
        required
        value={employer.name}
        error={errors[`${path}.name`]}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`Structure`}
        value={employer.kind ?? ""}
        data={[
          ...INSERTION_STATUSES.map((value) => ({ value, label: INSERTION_STATUS_LABELS[value][locale] })),
          { value: "", label: t`le titulaire embauche lui-même` },
        ]}
        onChange={(event) =>
          onChange({ kind: INSERTION_STATUSES.find((one) => one === event.currentTarget.value) ?? null })
        }
      />
      <TextInput
        label={t`SIRET de l'employeur`}
        inputMode="numeric"
        value={employer.siret}
        error={errors[`${path}.siret`]}
        onChange={(event) => onChange({ siret: event.currentTarget.value })}
      />
      <Button mt="lg" variant="subtle" leftSection={<Icon name="trash" />} onClick={onRemove}>
        <Trans>Retirer l'employeur</Trans>
      </Button>
    </div>
  );
}
