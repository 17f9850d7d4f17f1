import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import type { IsoDate } from "../../shared/facts.ts";
import { fieldIssueSentence } from "../../shared/field-issues.ts";
import type { MeasureScope, MeasureUnit } from "../../shared/measure-figures.ts";
import {
  hasCertainty,
  MEASURE_FIGURE_LABELS,
  MEASURE_FIGURES,
  scopesOf,
  UNIT_DECIMALS,
  unitOf,
} from "../../shared/measure-figures.ts";
import type { FieldErrors } from "../form-issues.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import type { MeasureChoices, MeasureDraft } from "./measure-draft.ts";

interface FigureFieldsProps {
  draft: MeasureDraft;
  choices: MeasureChoices;
  errors: FieldErrors;
  today: IsoDate;
  onChange: (changed: Partial<MeasureDraft>) => void;
}

const UNITS: Readonly<Record<MeasureUnit, string>> = {
  share: "%",
  cents: "€",
  grams: "t",
  count: "",
  hours: "h",
  typed: "",
};

/** The figure, where it is read, where it starts and where it must go. */
export function FigureFields({
  draft,
  choices,
  errors,
  today,
  onChange,
}: FigureFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { figure, scopeKind } = draft;
  const unit = unitOf(figure);
  const shownUnit = unit === "typed" ? draft.unitText : UNITS[unit];
  const scopeNames = useScopeNames();
  const scopes = scopesOf(figure);
  const places = placesOf(scopeKind, choices);
  const unread = (text: string, error: string | undefined): string | undefined =>
    error !== undefined && text.trim() === "" ? fieldIssueSentence("required", locale) : error;
  return (
    <>
      <NativeSelect
        label={t`Indicateur`}
        description={t`Calculé sur les douze derniers mois finis, comme sur sa page.`}
        value={figure}
        error={errors.figure}
        data={MEASURE_FIGURES.map((value) => ({ value, label: MEASURE_FIGURE_LABELS[value][locale] }))}
        onChange={(event) => {
          const chosen = MEASURE_FIGURES.find((one) => one === event.currentTarget.value) ?? figure;
          const stays = scopesOf(chosen).includes(scopeKind);
          const [first = "organisation"] = scopesOf(chosen);
          onChange({ figure: chosen, ...(stays ? {} : { scopeKind: first, scopeId: "" }) });
        }}
      />
      {unit === "typed" && (
        <TextInput
          label={t`Unité`}
          description={t`Ce qui est compté : « collèges », « repas ».`}
          required
          value={draft.unitText}
          error={errors.unitText}
          onChange={(event) => onChange({ unitText: event.currentTarget.value })}
        />
      )}
      {hasCertainty(figure) && (
        <NativeSelect
          label={t`Décompte`}
          value={draft.certainty}
          data={[
            { value: "strict", label: t`Prouvé seulement` },
            { value: "declared", label: t`Prouvé et déclaré` },
          ]}
          onChange={(event) =>
            onChange({ certainty: event.currentTarget.value === "declared" ? "declared" : "strict" })
          }
        />
      )}
      <NativeSelect
        label={t`Sur`}
        value={scopeKind}
        error={errors.scopeKind}
        data={scopes.map((value) => ({ value, label: scopeNames[value] }))}
        onChange={(event) => {
          const chosen = scopes.find((one) => one === event.currentTarget.value) ?? scopeKind;
          onChange({ scopeKind: chosen, scopeId: "" });
        }}
      />
      {places !== null && (
        <SearchSelect
          label={scopeNames[scopeKind]}
          required
          options={places}
          value={places.find(({ value }) => value === draft.scopeId) ?? null}
          error={
            errors.scopeId !== undefined && draft.scopeId === ""
              ? fieldIssueSentence("choice", locale)
              : errors.scopeId
          }
          onChange={(option) => onChange({ scopeId: option?.value ?? "" })}
        />
      )}
      <NumberField
        label={t`Valeur de départ`}
        required
        decimals={UNIT_DECIMALS[unit]}
        unit={shownUnit}
        rightSectionWidth="6rem"
        value={draft.startValue}
        error={unread(draft.startValue, errors.startValue)}
        onChange={(startValue) => onChange({ startValue })}
      />
      <DateField
        label={t`Valeur de départ mesurée le`}
        required
        context={{ today }}
        value={draft.startOn}
        error={errors.startOn}
        onChange={(startOn) => onChange({ startOn })}
      />
      <NumberField
        label={t`Cible à l'échéance`}
        required
        decimals={UNIT_DECIMALS[unit]}
        unit={shownUnit}
        rightSectionWidth="6rem"
        value={draft.targetValue}
        error={unread(draft.targetValue, errors.targetValue)}
        onChange={(targetValue) => onChange({ targetValue })}
      />
    </>
  );
}

function useScopeNames(): Record<MeasureScope, string> {
  const { t } = useLingui();
  return {
    organisation: t`Toute l'organisation`,
    group: t`Un groupe de cantines`,
    canteen: t`Une cantine`,
    legumerie: t`Une légumerie`,
  };
}

function placesOf(scopeKind: MeasureScope, choices: MeasureChoices): SearchOption[] | null {
  const options = (places: readonly { id: string; name: string }[]): SearchOption[] =>
    places.map(({ id, name }) => ({ value: id, label: name }));
  switch (scopeKind) {
    case "organisation":
      return null;
    case "group":
      return options(choices.groups);
    case "canteen":
      return options(choices.canteens);
    case "legumerie":
      return options(choices.legumeries);
  }
}
