import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { formatQuantity } from "../../shared/format/measures.ts";
import { formatUnitPrice } from "../../shared/format/money.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { useEntryScope } from "./entry-scope.ts";
import classes from "./reception.module.css";
import type { LineReception } from "./reception.ts";
import { adjusted, receptionIssue, refusedWhole } from "./reception.ts";
import { ReceptionQuantity } from "./reception-quantity.tsx";
import { RefusalFields } from "./refusal-fields.tsx";
import type { Row } from "./row.ts";

export interface ReceptionCardProps {
  row: Row;
  /** Null: as ordered. */
  found: LineReception | null;
  /** Somebody has tried to finish: what is missing is said. */
  asked: boolean;
  onChange: (found: LineReception | null) => void;
}

/** One line at the door: as ordered unless « Ajuster » or « Refuser » is pressed. */
export function ReceptionCard({ row, found, asked, onChange }: ReceptionCardProps): React.ReactNode {
  const { t } = useLingui();
  const { read, context } = useEntryScope();
  const { line } = read(row);
  const name = line.description;
  const issue = found === null ? null : receptionIssue(found);
  const counted = line.quantityMilli !== null && line.unit !== null;
  const ordered =
    line.quantityMilli === null || line.unit === null
      ? ""
      : formatQuantity({ quantityMilli: line.quantityMilli, unit: line.unit }, context.locale);
  const price = line.unitPriceHtE4 === null ? "" : formatUnitPrice(line.unitPriceHtE4, context.locale);
  return (
    <li
      className={classes.card}
      data-state={found === null ? "whole" : found.refused ? "refused" : "adjusted"}
    >
      <div className={classes.line}>
        <div className={classes.what}>
          <strong>
            <DataText>{name}</DataText>
          </strong>
          <span className={classes.ordered}>{[ordered, price].filter(Boolean).join(" · ")}</span>
        </div>
        {found === null ? (
          <div className={classes.choices}>
            {counted && (
              <Button
                variant="default"
                aria-label={t`Ajuster ${name}`}
                onClick={() => onChange(adjusted(line, context.locale))}
              >
                <Trans>Ajuster</Trans>
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<Icon name="cross" size={16} />}
              aria-label={t`Refuser ${name}`}
              onClick={() => onChange(refusedWhole())}
            >
              <Trans>Refuser</Trans>
            </Button>
          </div>
        ) : (
          <Button variant="subtle" aria-label={t`${name} : comme commandé`} onClick={() => onChange(null)}>
            <Trans>Comme commandé</Trans>
          </Button>
        )}
      </div>
      {found !== null && counted && (
        <ReceptionQuantity
          label={t`Quantité gardée de ${name}`}
          unit={row.texts.unit}
          received={found.received}
          invalid={issue === "quantity"}
          onChange={(received) => onChange({ ...found, received })}
        />
      )}
      {found?.refused && (
        <RefusalFields name={name} found={found} missing={asked && issue === "reason"} onChange={onChange} />
      )}
    </li>
  );
}
