import { Trans, useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useId } from "react";
import { MAX_REFUSAL_NOTE, REFUSAL_REASON_LABELS, REFUSAL_REASONS } from "../../shared/refusals.ts";
import choices from "../ui/choices.module.css";
import { useLocale } from "../ui/locale.ts";
import classes from "./reception.module.css";
import type { LineReception } from "./reception.ts";

export interface RefusalFieldsProps {
  /** Of the article. */
  name: string;
  found: LineReception;
  missing: boolean;
  onChange: (found: LineReception) => void;
}

/** Why it was sent back: one of a few reasons, and words if they help. */
export function RefusalFields({ name, found, missing, onChange }: RefusalFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const group = useId();
  return (
    <div className={classes.refusal}>
      <fieldset className={choices.choices} aria-describedby={missing ? `${group}-missing` : undefined}>
        <legend>
          <Trans>Raison du refus de {name}</Trans>
        </legend>
        {REFUSAL_REASONS.map((reason) => (
          <label key={reason} className={choices.choice}>
            <input
              type="radio"
              name={group}
              checked={found.reason === reason}
              onChange={() => onChange({ ...found, reason })}
            />
            {REFUSAL_REASON_LABELS[reason][locale]}
          </label>
        ))}
      </fieldset>
      {missing && (
        <span id={`${group}-missing`} className={classes.wrong} role="alert">
          <Trans>Choisissez la raison du refus.</Trans>
        </span>
      )}
      <TextInput
        label={t`Précision`}
        maxLength={MAX_REFUSAL_NOTE}
        value={found.note}
        onChange={(event) => onChange({ ...found, note: event.currentTarget.value })}
      />
    </div>
  );
}
