import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Radio.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Radio, Stack, Text, Title } from "@mantine/core";
import { formatDateShort } from "../../shared/format/dates.ts";
import type { Choice, DifferenceKind } from "../../shared/invoices/differences.ts";
import { differenceKey } from "../../shared/invoices/differences.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import { ORDER_STATUS_LABELS } from "../../shared/order-statuses.ts";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import { DifferenceItem } from "./difference-item.tsx";
import classes from "./invoices.module.css";
import type { ReviewDraft, ReviewState } from "./review-draft.ts";

interface MatchPartProps {
  review: InvoiceReview;
  state: ReviewState;
  draft: ReviewDraft;
  onChange: (change: Partial<ReviewDraft>) => void;
}

const TOLD: readonly DifferenceKind[] = ["changed", "missing", "extra"];

/** Which order or delivery the invoice answers to, and where they differ, line by line. */
export function MatchPart({ review, state, draft, onChange }: MatchPartProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (review.candidates.length === 0) return null;
  const differences = state.differences ?? [];
  const told = differences.filter(({ kind }) => TOLD.includes(kind));
  const sum = told.reduce((cents, { differenceCents }) => cents + differenceCents, 0);
  const choose = (key: string, choice: Choice): void =>
    onChange({ choices: { ...draft.choices, [key]: choice } });
  return (
    <section className={classes.part}>
      <Title order={2}>
        <Trans>Commande ou livraison</Trans>
      </Title>
      <Radio.Group
        label={t`À quoi cette facture répond-elle ?`}
        value={draft.match ?? ""}
        onChange={(value) => onChange({ match: value === "" ? null : value, choices: {} })}
      >
        <Stack gap="xs" mt="xs">
          {review.candidates.map(({ order, byReference }) => {
            const date = formatDateShort(order.orderedOn, locale);
            const status = ORDER_STATUS_LABELS[order.status][locale];
            const reference = order.reference ?? "";
            return (
              <Radio
                key={order.id}
                value={order.id}
                label={reference === "" ? t`Commande du ${date}` : t`Commande ${reference} du ${date}`}
                description={byReference ? t`${status}, citée par la facture` : status}
              />
            );
          })}
          <Radio value="" label={t`À aucune : une nouvelle commande`} />
        </Stack>
      </Radio.Group>
      {state.differences !== null && (
        <>
          <Text mt="md" fw={600}>
            {told.length === 0 ? (
              <Trans>Facture et commande disent la même chose, ligne par ligne.</Trans>
            ) : (
              <Trans>
                Lignes qui diffèrent : {told.length}. La facture change la commande de{" "}
                <MoneyText cents={sum} /> HT.
              </Trans>
            )}
          </Text>
          <ul className={classes.items}>
            {told.map((difference) => {
              const key = differenceKey(difference);
              return (
                <DifferenceItem
                  key={key}
                  difference={difference}
                  choice={draft.choices[key] ?? "invoice"}
                  onChoose={(choice) => choose(key, choice)}
                />
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
