import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { SUBSTITUTION_REASON_LABELS, SUBSTITUTION_REASONS } from "../../shared/legumerie.ts";
import { REFUSAL_REASON_LABELS, REFUSAL_REASONS } from "../../shared/refusals.ts";
import choices from "../ui/choices.module.css";
import { useLocale } from "../ui/locale.ts";
import type { DeliveryLineDraft } from "./delivery-draft.ts";
import classes from "./legumerie.module.css";

interface DeliveryWordsProps {
  line: DeliveryLineDraft;
  edit: (part: Partial<DeliveryLineDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** Why kilos are refused, and what the product replaces: asked only when it is so, told to the canteen. */
export function DeliveryWords({ line, edit, errorOf }: DeliveryWordsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <div className={classes.words}>
      {line.refused.trim() !== "" && (
        <div className={classes.fields}>
          <NativeSelect
            label={t`Raison du refus`}
            value={line.reason}
            data={REFUSAL_REASONS.map((value) => ({ value, label: REFUSAL_REASON_LABELS[value][locale] }))}
            onChange={(event) =>
              edit({
                reason: REFUSAL_REASONS.find((one) => one === event.currentTarget.value) ?? line.reason,
              })
            }
            error={errorOf("refusal")}
          />
          <TextInput
            label={t`Précision sur le refus`}
            value={line.refusalNote}
            onChange={(event) => edit({ refusalNote: event.currentTarget.value })}
            error={errorOf("refusal.note")}
          />
        </div>
      )}
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={line.replaces !== null}
          onChange={(event) => edit({ replaces: event.currentTarget.checked ? "" : null })}
        />
        <Trans>Remplace autre chose</Trans>
      </label>
      {line.replaces !== null && (
        <div className={classes.fields}>
          <TextInput
            label={t`Au lieu de`}
            placeholder={t`carottes râpées`}
            required
            value={line.replaces}
            onChange={(event) => edit({ replaces: event.currentTarget.value })}
            error={errorOf("replaces.what")}
          />
          <NativeSelect
            label={t`Pourquoi`}
            value={line.replacesReason}
            data={SUBSTITUTION_REASONS.map((value) => ({
              value,
              label: SUBSTITUTION_REASON_LABELS[value][locale],
            }))}
            onChange={(event) =>
              edit({
                replacesReason:
                  SUBSTITUTION_REASONS.find((one) => one === event.currentTarget.value) ??
                  line.replacesReason,
              })
            }
          />
          <span className={classes.detail}>
            <Trans>La cantine en est prévenue, et si le produit n'est pas du département aussi.</Trans>
          </span>
        </div>
      )}
      {line.requestId !== null && (
        <span className={classes.detail}>
          <Trans>Répond à la commande de la cantine.</Trans> {errorOf("requestId")}
        </span>
      )}
    </div>
  );
}
