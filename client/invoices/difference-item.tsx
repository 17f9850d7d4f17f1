import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { formatQuantity } from "../../shared/format/measures.ts";
import { formatUnitPrice } from "../../shared/format/money.ts";
import type { Choice, DifferenceKind, LineDifference } from "../../shared/invoices/differences.ts";
import type { Locale } from "../../shared/locales.ts";
import { lineAmounts } from "../../shared/order-amounts.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import classes from "./invoices.module.css";

const KINDS: Record<DifferenceKind, MessageDescriptor> = {
  same: msg`Identique`,
  changed: msg`Quantité ou prix différent`,
  missing: msg`Absente de la facture`,
  extra: msg`Facturée sans être commandée`,
};

interface DifferenceItemProps {
  difference: LineDifference;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

/** One line, ordered and invoiced side by side, and whose figures are kept. */
export function DifferenceItem({ difference, choice, onChoose }: DifferenceItemProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const { mine, theirs, kind, differenceCents } = difference;
  const name = mine?.description ?? theirs?.description ?? "";
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <div>
          <strong>
            <DataText>{name}</DataText>
          </strong>
          <Text size="sm" c="dimmed">
            {i18n._(KINDS[kind])}
          </Text>
        </div>
        <Side label={t`Commande`} line={mine} />
        <Side label={t`Facture`} line={theirs} />
        <strong className={classes.amount}>
          <MoneyText cents={differenceCents} />
        </strong>
      </div>
      <fieldset className={classes.choice} aria-label={t`Quels chiffres garder : ${name}`}>
        <ChoiceButton chosen={choice === "invoice"} onClick={() => onChoose("invoice")}>
          <Trans>Prendre la facture</Trans>
        </ChoiceButton>
        <ChoiceButton chosen={choice === "mine"} onClick={() => onChoose("mine")}>
          <Trans>Garder la commande</Trans>
        </ChoiceButton>
      </fieldset>
    </li>
  );
}

function ChoiceButton({
  chosen,
  onClick,
  children,
}: {
  chosen: boolean;
  onClick: () => void;
  children: React.ReactNode;
}): React.ReactNode {
  return (
    <Button
      size="compact-md"
      variant={chosen ? "filled" : "default"}
      aria-pressed={chosen}
      leftSection={chosen ? <Icon name="check" size={16} /> : undefined}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

function Side({ label, line }: { label: string; line: OrderLine | null }): React.ReactNode {
  const locale = useLocale();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <span className={classes.figures}>{line === null ? "–" : lineText(line, locale)}</span>
      {line !== null && (
        <Text size="sm" className={classes.figures ?? ""}>
          <MoneyText cents={lineAmounts(line, "ORDER").amountHtCents} />
        </Text>
      )}
    </div>
  );
}

function lineText(line: OrderLine, locale: Locale): string {
  const quantityMilli = line.receivedMilli ?? line.quantityMilli;
  const quantity =
    quantityMilli === null || line.unit === null
      ? ""
      : formatQuantity({ quantityMilli, unit: line.unit }, locale);
  const price = line.unitPriceHtE4 === null ? "" : formatUnitPrice(line.unitPriceHtE4, locale);
  return [quantity, price].filter((text) => text !== "").join(" × ") || "–";
}
