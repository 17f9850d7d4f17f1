import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { formatEntry } from "../../shared/format/numbers.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { PathModel } from "../../shared/optimiser/path-model.ts";
import { usualTargets } from "../../shared/optimiser/path-model.ts";
import choices from "../ui/choices.module.css";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { PathSearch } from "./path-search.ts";
import { targetsText, USUAL_CHANGES, wishesOf } from "./path-search.ts";
import { PathSuppliers } from "./path-suppliers.tsx";
import { formatMealPrice } from "./path-words.ts";
import classes from "./targets.module.css";

const CHANGES = [3, 5, 10, 15, 20, 30];

export interface PathFormProps {
  model: PathModel;
  search: PathSearch;
  onChange: (change: PathSearch) => void;
}

/** What must be reached and what must be respected; each answer goes to the address at once. */
export function PathForm({ model, search, onChange }: PathFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const usual = usualTargets(model);
  const wanted = wishesOf(search).targets ?? usual;
  const [budget, setBudget] = useState(
    search.budget === undefined ? "" : formatEntry({ value: search.budget, decimals: 2 }, locale),
  );
  const mealPrice = formatMealPrice(model.startCents, model.meals, locale);
  return (
    <div className={classes.wishes} data-no-print>
      <fieldset className={choices.choices}>
        <legend>
          <Trans>Objectifs à atteindre ensemble</Trans>
        </legend>
        {usual.map(({ indicator, shareBp }) => (
          <label key={indicator} className={choices.choice}>
            <input
              type="checkbox"
              checked={wanted.some((target) => target.indicator === indicator)}
              onChange={(event) => {
                const others = wanted.filter((target) => target.indicator !== indicator);
                const next = event.currentTarget.checked ? [...others, { indicator, shareBp }] : others;
                onChange({
                  targets: targetsText(
                    usual.filter((one) => next.some((target) => target.indicator === one.indicator)),
                  ),
                });
              }}
            />
            {INDICATOR_LABELS[indicator][locale]}{" "}
            {formatBasisPoints(
              wanted.find((target) => target.indicator === indicator)?.shareBp ?? shareBp,
              locale,
            )}
          </label>
        ))}
      </fieldset>
      <div className={classes.controls}>
        <NativeSelect
          label={t`Changements au plus`}
          value={String(search.changes ?? USUAL_CHANGES)}
          data={[
            ...CHANGES.map((count) => ({ value: String(count), label: String(count) })),
            { value: "0", label: t`Sans limite` },
          ]}
          onChange={(event) => onChange({ changes: Number(event.currentTarget.value) })}
        />
        {mealPrice !== null && (
          <form className={classes.budget} onSubmit={(event) => event.preventDefault()}>
            <NumberField
              label={t`Denrées par repas, au plus`}
              description={t`Aujourd'hui ${mealPrice}`}
              value={budget}
              decimals={2}
              unit="€"
              onChange={(text, cents) => {
                setBudget(text);
                if (cents !== null) onChange({ budget: cents });
                else if (text.trim() === "") onChange({ budget: 0 });
              }}
            />
          </form>
        )}
        <label className={choices.choice}>
          <input
            type="checkbox"
            checked={search.savings === true}
            onChange={(event) => onChange({ savings: event.currentTarget.checked })}
          />
          <Trans>Accepter aussi des changements qui ne font qu'économiser</Trans>
        </label>
      </div>
      <PathSuppliers model={model} search={search} onChange={onChange} />
      <Button
        variant="subtle"
        onClick={() =>
          onChange({
            keep: "",
            limits: "",
            budget: 0,
            changes: USUAL_CHANGES,
            savings: false,
            targets: targetsText(usual),
          })
        }
      >
        <Trans>Revenir aux réglages de départ</Trans>
      </Button>
    </div>
  );
}
