import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { useEntryScope } from "./entry-scope.ts";
import classes from "./reception.module.css";
import { stepped } from "./reception.ts";

export interface ReceptionQuantityProps {
  label: string;
  unit: string;
  received: string;
  invalid: boolean;
  onChange: (received: string) => void;
}

/** A quantity between two big buttons; what is typed stays as it is. */
export function ReceptionQuantity(props: ReceptionQuantityProps): React.ReactNode {
  const { label, unit, received, invalid, onChange } = props;
  const { t } = useLingui();
  const { context } = useEntryScope();
  const noteId = useId();
  return (
    <div>
      <div className={classes.stepper}>
        <button
          type="button"
          aria-label={t`Un de moins`}
          onClick={() => onChange(stepped(received, -1, context.locale))}
        >
          −
        </button>
        <input
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          aria-invalid={invalid}
          aria-describedby={invalid ? noteId : undefined}
          value={received}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <button
          type="button"
          aria-label={t`Un de plus`}
          onClick={() => onChange(stepped(received, 1, context.locale))}
        >
          +
        </button>
        <span>{unit}</span>
      </div>
      {invalid && (
        <span id={noteId} className={classes.wrong}>
          <Trans>Tapez la quantité gardée, par exemple 7,5.</Trans>
        </span>
      )}
    </div>
  );
}
