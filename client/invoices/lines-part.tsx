import { Trans, useLingui } from "@lingui/react/macro";
import { Text, TextInput, Title } from "@mantine/core";
import type { Verdict } from "../../shared/facts.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatKg, formatQuantity } from "../../shared/format/measures.ts";
import { formatUnitPrice } from "../../shared/format/money.ts";
import { gramsOfOne, UNIT_LABELS, weightGrams } from "../../shared/quantity.ts";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import classes from "./invoices.module.css";
import type { Announced } from "./list-note.tsx";
import { ListNote } from "./list-note.tsx";
import type { UnitWeight } from "./read-weight.ts";
import { weightText } from "./read-weight.ts";
import type { ReviewDraft, ReviewLine, ReviewState } from "./review-draft.ts";
import { VerdictBadges } from "./verdict-badges.tsx";

interface LinesPartProps {
  state: ReviewState;
  draft: ReviewDraft;
  verdicts: ReadonlyMap<string, Verdict>;
  announced: Announced;
  onChange: (change: Partial<ReviewDraft>) => void;
}

/** Every line of the invoice: how much it weighs and how that was read, and what it counts for. */
export function LinesPart({ state, draft, verdicts, announced, onChange }: LinesPartProps): React.ReactNode {
  return (
    <section className={classes.part}>
      <Title order={2}>
        <Trans>Lignes</Trans>
      </Title>
      <ul className={classes.items}>
        {state.lines.map((line) => (
          <LineItem
            key={line.purchase.key}
            line={line}
            typed={draft.weights[line.purchase.key]}
            announced={announced}
            verdict={verdicts.get(line.orderLineId) ?? null}
            onWeight={(typed) => onChange({ weights: { ...draft.weights, [line.purchase.key]: typed } })}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineItemProps {
  line: ReviewLine;
  typed: string | undefined;
  announced: Announced;
  verdict: Verdict | null;
  onWeight: (typed: string) => void;
}

function LineItem({ line, typed, announced, verdict, onWeight }: LineItemProps): React.ReactNode {
  const locale = useLocale();
  const { purchase, offer } = line;
  const { quantityMilli, unit, unitPriceHtE4 } = purchase;
  const isShared = purchase.netCents !== purchase.statedCents;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <div>
          <strong>
            <DataText>{purchase.name}</DataText>
          </strong>
          <Text size="sm" c="dimmed" className={classes.figures ?? ""}>
            {quantityMilli === null || unit === null ? (
              (purchase.unitCode ?? "")
            ) : (
              <>
                {formatQuantity({ quantityMilli, unit }, locale)}
                {unitPriceHtE4 !== null && <> × {formatUnitPrice(unitPriceHtE4, locale)}</>}
              </>
            )}
          </Text>
          <ListNote line={line} announced={announced} />
          {isShared && (
            <Text size="sm" c="dimmed">
              <Trans>
                <MoneyText cents={purchase.statedCents} /> avant la remise de la facture
              </Trans>
            </Text>
          )}
        </div>
        <WeightField line={line} typed={typed} onWeight={onWeight} />
        <div>
          {purchase.kind === "charge" ? (
            <Text size="sm" c="dimmed">
              <Trans>Frais : hors alimentaire, dans aucun taux.</Trans>
            </Text>
          ) : (
            <>
              {offer === null ? (
                <Text size="sm" c="var(--bp-declared)">
                  <Trans>Article à décrire</Trans>
                </Text>
              ) : (
                <Text size="sm">
                  {offer.family === null ? (
                    <Trans>Non alimentaire</Trans>
                  ) : (
                    FAMILY_SHORT_LABELS[offer.family][locale]
                  )}
                </Text>
              )}
              {verdict !== null && offer !== null && offer.family !== null && (
                <VerdictBadges verdict={verdict} />
              )}
            </>
          )}
        </div>
        <strong className={classes.amount}>
          <MoneyText cents={purchase.netCents} />
        </strong>
      </div>
    </li>
  );
}

/** The weight of one unit, typed or read, with the reading in words. */
function WeightField({
  line,
  typed,
  onWeight,
}: Omit<LineItemProps, "verdict" | "announced">): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { purchase, weight } = line;
  const { unit, quantityMilli, name } = purchase;
  if (purchase.kind === "charge" || unit === null || quantityMilli === null) return <div />;
  const total = weightGrams({ quantityMilli, unit, packGrams: weight.grams });
  const whole = total === null ? null : formatKg(total, locale);
  if (gramsOfOne(unit, null) !== null)
    return (
      <Text size="sm" className={classes.figures ?? ""}>
        {whole}
      </Text>
    );
  const unitName = UNIT_LABELS[unit][locale];
  return (
    <div>
      <TextInput
        label={t`Poids net par ${unitName} (kg)`}
        aria-label={t`Poids net par ${unitName} (kg) : ${name}`}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? weightText(weight, locale)}
        error={weight.from === "UNREADABLE" ? t`Un poids en kg, par exemple 1,5.` : undefined}
        onChange={(event) => onWeight(event.currentTarget.value)}
      />
      <WeightReading weight={weight} whole={whole} />
    </div>
  );
}

function WeightReading({ weight, whole }: { weight: UnitWeight; whole: string | null }): React.ReactNode {
  const locale = useLocale();
  const { from, reading } = weight;
  return (
    <Text size="sm" c={from === "NONE" || reading.assumption !== null ? "var(--bp-declared)" : "dimmed"}>
      {from === "TYPED" && <Trans>Tapé par vous.</Trans>}
      {from === "ARTICLE" && <Trans>Retenu de l'article.</Trans>}
      {from === "TEXT" && <Trans>Lu : {reading.words[locale]}.</Trans>}
      {from === "NONE" && <Trans>Non lu : {reading.words[locale]}. Vide : poids non connu.</Trans>}
      {whole !== null && (
        <>
          {" "}
          <Trans>En tout {whole}.</Trans>
        </>
      )}
    </Text>
  );
}
