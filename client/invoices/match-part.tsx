import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Stack, Text, Title } from "@mantine/core";
import { formatDateShort } from "../../shared/format/dates.ts";
import type { Choice, DifferenceKind, OrderAnswer } from "../../shared/invoices/differences.ts";
import { differenceKey } from "../../shared/invoices/differences.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import { ORDER_STATUS_LABELS } from "../../shared/order-statuses.ts";
import type { Order } from "../../shared/orders.ts";
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

/** Which orders or deliveries the invoice answers to, and where they differ, line by line. */
export function MatchPart({ review, state, draft, onChange }: MatchPartProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (review.candidates.length === 0) return null;
  return (
    <section className={classes.part}>
      <Title order={2}>
        <Trans>Commande ou livraison</Trans>
      </Title>
      <Checkbox.Group
        label={t`À quoi cette facture répond-elle ?`}
        description={t`Une facture du mois répond à plusieurs livraisons. Aucune cochée : une nouvelle commande.`}
        value={[...draft.matches]}
        onChange={(matches) => onChange({ matches, choices: {} })}
      >
        <Stack gap="xs" mt="xs">
          {review.candidates.map(({ order, byReference }) => {
            const status = ORDER_STATUS_LABELS[order.status][locale];
            return (
              <Checkbox
                key={order.id}
                value={order.id}
                label={<OrderName order={order} />}
                description={byReference ? t`${status}, citée par la facture` : status}
              />
            );
          })}
        </Stack>
      </Checkbox.Group>
      {state.answers?.map((answer) => (
        <AnswerPart
          key={answer.order.id}
          answer={answer}
          alone={state.answers?.length === 1}
          choices={draft.choices}
          onChoose={(key, choice) => onChange({ choices: { ...draft.choices, [key]: choice } })}
        />
      ))}
    </section>
  );
}

interface AnswerPartProps {
  answer: OrderAnswer;
  /** The only one: it needs no title. */
  alone: boolean;
  choices: ReviewDraft["choices"];
  onChoose: (key: string, choice: Choice) => void;
}

/** What the invoice changes of one order, and whose figures each of its lines takes. */
function AnswerPart({ answer, alone, choices, onChoose }: AnswerPartProps): React.ReactNode {
  const told = answer.differences.filter(({ kind }) => TOLD.includes(kind));
  const sum = told.reduce((cents, { differenceCents }) => cents + differenceCents, 0);
  return (
    <>
      {!alone && (
        <Title order={3} mt="md">
          <OrderName order={answer.order} />
        </Title>
      )}
      <Text mt={alone ? "md" : "xs"} fw={600}>
        {told.length === 0 ? (
          <Trans>Facture et commande disent la même chose, ligne par ligne.</Trans>
        ) : (
          <Trans>
            Lignes qui diffèrent : {told.length}. La facture change la commande de <MoneyText cents={sum} />{" "}
            HT.
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
              choice={choices[key] ?? "invoice"}
              onChoose={(choice) => onChoose(key, choice)}
            />
          );
        })}
      </ul>
    </>
  );
}

function OrderName({ order }: { order: Order }): React.ReactNode {
  const locale = useLocale();
  const date = formatDateShort(order.orderedOn, locale);
  const { reference } = order;
  return reference === null ? (
    <Trans>Commande du {date}</Trans>
  ) : (
    <Trans>
      Commande {reference} du {date}
    </Trans>
  );
}
