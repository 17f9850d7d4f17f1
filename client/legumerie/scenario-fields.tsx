import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { formatEntry, formatInteger } from "../../shared/format/numbers.ts";
import type { Scenario } from "../../shared/legumerie/scenario.ts";
import { scenarioSchema } from "../../shared/legumerie/scenario.ts";
import type { ScenarioBasis, ScenarioSource } from "../../shared/legumerie/scenario-basis.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import classes from "./scenario.module.css";
import { SCENARIO_IN_ADDRESS } from "./scenario-search.ts";
import { useWorkshopSearch } from "./workshop.ts";

interface ScenarioFieldsProps {
  tonnes: number;
  scenario: Scenario;
  basis: ScenarioBasis;
  typed: ReadonlySet<keyof Scenario>;
  /** Of the ledger the basis comes from. */
  year: number;
}

interface Field {
  key: keyof Scenario;
  label: string;
  unit: string;
  decimals: number;
}

/** The size, then what it is worked with: every field is in the address. */
export function ScenarioFields(props: ScenarioFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const { tonnes, scenario, basis, typed, year } = props;
  const sources: Record<ScenarioSource, string> = {
    LEDGER: t`du registre, ${year}`,
    PUBLISHED: t`publié par d'autres ateliers ou par les écoles`,
    ASSUMED: t`à remplacer par le vôtre`,
    MISSING: t`à saisir : compté 0 sinon`,
  };
  const fields: Field[] = [
    { key: "weeks", label: t`Semaines ouvertes`, unit: t`sem.`, decimals: 0 },
    { key: "daysPerWeek", label: t`Jours par semaine`, unit: t`j`, decimals: 0 },
    { key: "lossBp", label: t`Pertes`, unit: "%", decimals: 2 },
    { key: "canteenGramsPerWeek", label: t`Une cantine, par semaine`, unit: "kg", decimals: 3 },
    { key: "gramsPerHour", label: t`Kilos bruts par heure`, unit: "kg/h", decimals: 3 },
    { key: "insertionBp", label: t`Part d'insertion des heures`, unit: "%", decimals: 2 },
    { key: "purchaseCentsPerKg", label: t`Achat HT du kilo brut`, unit: "€", decimals: 2 },
    { key: "hourCents", label: t`Coût d'une heure, aides déduites`, unit: "€", decimals: 2 },
    { key: "variableCentsPerKg", label: t`Autres coûts HT du kilo vendu`, unit: "€", decimals: 2 },
    { key: "fixedCents", label: t`Coûts fixes HT par an`, unit: "€", decimals: 2 },
  ];
  return (
    <div className={classes.fields}>
      <TonnesField key={`tonnes ${tonnes}`} tonnes={tonnes} />
      {fields.map((field) => (
        <AssumptionField
          key={field.key}
          field={field}
          value={scenario[field.key]}
          source={typed.has(field.key) ? t`votre hypothèse` : sources[basis[field.key].source]}
        />
      ))}
    </div>
  );
}

/** Pixels: « kg/h » fits. */
const UNIT_WIDTH = 52;
const SLIDER = { min: 20, max: 1_000, step: 20 };

function TonnesField({ tonnes }: { tonnes: number }): React.ReactNode {
  const { t } = useLingui();
  const { change } = useWorkshopSearch();
  const id = useId();
  const [text, setText] = useState(String(tonnes));
  const most = formatInteger(SLIDER.max, useLocale());
  const say = (value: number) => change({ tonnes: value }, { replace: true });
  return (
    <div className={classes.tonnes}>
      <NumberField
        label={t`Légumes bruts par an`}
        unit="t"
        decimals={0}
        value={text}
        onChange={setText}
        onBlur={() => {
          const value = Number(text.replace(/\s/g, ""));
          if (Number.isInteger(value) && value > 0) say(value);
        }}
      />
      <label htmlFor={id}>{t`ou en glissant, de ${SLIDER.min} à ${most} t`}</label>
      <input
        id={id}
        type="range"
        {...SLIDER}
        value={Math.min(tonnes, SLIDER.max)}
        onChange={(event) => say(Number(event.currentTarget.value))}
      />
    </div>
  );
}

function AssumptionField(props: { field: Field; value: number; source: string }): React.ReactNode {
  const { t } = useLingui();
  const { key, label, unit, decimals } = props.field;
  const { change } = useWorkshopSearch();
  const [text, setText] = useState(() => formatEntry({ value: props.value, decimals }, "fr"));
  const [error, setError] = useState<string>();
  return (
    <NumberField
      label={label}
      unit={unit}
      rightSectionWidth={UNIT_WIDTH}
      decimals={decimals}
      description={props.source}
      value={text}
      error={error}
      onChange={(next, value) => {
        setText(next);
        const name = SCENARIO_IN_ADDRESS[key];
        if (next.trim() === "") change({ [name]: undefined }, { replace: true });
        if (value === null) return;
        const fits = scenarioSchema.shape[key].safeParse(value).success;
        setError(fits ? undefined : t`Cette valeur n'est pas possible ici : la précédente reste comptée.`);
        if (fits) change({ [name]: value }, { replace: true });
      }}
    />
  );
}
