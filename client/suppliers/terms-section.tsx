import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatWeekdays } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderingTerms } from "../../shared/ordering-terms.ts";
import { NO_ORDERING_TERMS } from "../../shared/ordering-terms.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { useTRPC } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Section } from "../ui/section.tsx";
import classes from "./suppliers.module.css";
import { TermsForm } from "./terms-form.tsx";

interface TermsSectionProps {
  supplier: Supplier;
  /** Its organisation is the one that negotiated. */
  canteenId: Id;
  writes: boolean;
}

/** How the supplier takes orders: shown again while ordering. */
export function TermsSection({ supplier, canteenId, writes }: TermsSectionProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.orderingTerms.get.queryOptions({ canteenId, supplierId: supplier.id }));
  const [editing, setEditing] = useState(false);
  return (
    <Section
      id="terms"
      title={t`Conditions de commande`}
      action={
        writes && (
          <Button variant="default" leftSection={<Icon name="pencil" />} onClick={() => setEditing(true)}>
            <Trans>Modifier les conditions</Trans>
          </Button>
        )
      }
    >
      <QueryView query={query} lines={2}>
        {(terms) => (
          <>
            <TermsFacts terms={terms} />
            <SideDrawer title={t`Conditions de commande`} opened={editing} onClose={() => setEditing(false)}>
              <TermsForm
                terms={terms}
                canteenId={canteenId}
                supplierId={supplier.id}
                onSaved={() => setEditing(false)}
              />
            </SideDrawer>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function TermsFacts({ terms }: { terms: OrderingTerms }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (isUnknown(terms))
    return (
      <Text>
        <Trans>
          Pas encore connues. Le minimum et les jours de livraison dits ici s'affichent pendant la commande.
        </Trans>
      </Text>
    );
  const { minimumHtCents, freeDeliveryHtCents, deliveryDays, orderDaysBefore, orderBeforeHour } = terms;
  const facts: readonly { label: string; value: string }[] = [
    { label: t`Minimum de commande HT`, value: euros(minimumHtCents) },
    { label: t`Port gratuit à partir de, HT`, value: euros(freeDeliveryHtCents) },
    {
      label: t`Jours de livraison`,
      value: deliveryDays.length === 0 ? MISSING : formatWeekdays(deliveryDays, locale),
    },
    { label: t`Commander au plus tard`, value: deadline() },
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );

  function euros(cents: number | null): string {
    return cents === null ? MISSING : formatEuros(cents, locale);
  }

  function deadline(): string {
    if (orderDaysBefore === null) return MISSING;
    const day =
      orderDaysBefore === 0
        ? t`le jour même`
        : orderDaysBefore === 1
          ? t`la veille`
          : t`${orderDaysBefore} jours avant`;
    return orderBeforeHour === null ? day : t`${day}, avant ${orderBeforeHour} h`;
  }
}

function isUnknown(terms: OrderingTerms): boolean {
  return JSON.stringify(terms) === JSON.stringify(NO_ORDERING_TERMS);
}
