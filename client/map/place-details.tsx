import { Trans, useLingui } from "@lingui/react/macro";
import { CloseButton, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText, PercentText } from "../ui/values.tsx";
import classes from "./map.module.css";
import type { MapPlace } from "./map-data.ts";

interface PlaceDetailsProps {
  place: MapPlace;
  range: MonthRange;
  territory: string | undefined;
  /** The focus goes to the title when a person has just opened it. */
  focused: boolean;
  onClose: () => void;
}

/** What is behind one circle. */
export function PlaceDetails({
  place,
  range,
  territory,
  focused,
  onClose,
}: PlaceDetailsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  const { kind, key, of } = place;
  useEffect(() => {
    if (focused && key !== "") title.current?.focus();
  }, [focused, key]);
  const lines = { from: range.fromMonth, to: range.toMonth };
  return (
    <section
      className={classes.details}
      aria-label={t`Détail`}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className={classes.detailsHead}>
        <Title order={2} ref={title} tabIndex={-1}>
          <DataText>{of.name}</DataText>
        </Title>
        <CloseButton size="lg" aria-label={t`Fermer le détail`} onClick={onClose} data-no-print />
      </div>
      <p>
        {kind === "supplier" && `${SUPPLIER_KIND_LABELS[of.kind][locale]}, `}
        {of.communeName} · <MoneyText cents={of.totals.amountCents} whole />{" "}
        <Trans>d'achats hors taxes</Trans>
      </p>
      <DataTable
        caption={t`Taux de ${of.name}`}
        captionHidden
        columns={[
          { key: "name", header: t`Indicateur`, cell: (one: Indicator) => INDICATOR_LABELS[one][locale] },
          {
            key: "strict",
            header: t`Confirmé`,
            numeric: true,
            cell: (one: Indicator) => <PercentText ratio={of.shares[one].strict} />,
          },
          {
            key: "declared",
            header: t`Avec le déclaré`,
            numeric: true,
            cell: (one: Indicator) => <PercentText ratio={of.shares[one].declared} />,
          },
        ]}
        rows={INDICATORS}
        rowKey={(one) => one}
      />
      <div className={classes.buttons} data-no-print>
        {kind === "canteen" ? (
          <LinkButton
            variant="default"
            to="/cantine"
            search={{ canteen: key, year: Number(lines.to.slice(0, 4)) }}
          >
            <Trans>Voir cette cantine</Trans>
          </LinkButton>
        ) : (
          <LinkButton variant="default" to="/fournisseurs/$supplierId" params={{ supplierId: key }}>
            <Trans>Voir ce fournisseur</Trans>
          </LinkButton>
        )}
        <LinkButton
          variant="default"
          to="/lignes"
          search={{
            ...lines,
            ...(kind === "canteen"
              ? { canteen: key }
              : { supplier: key, ...(territory === undefined ? {} : { territory }) }),
          }}
        >
          <Trans>Voir ses lignes</Trans>
        </LinkButton>
      </div>
    </section>
  );
}
