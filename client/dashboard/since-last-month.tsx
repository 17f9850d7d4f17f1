import { useLingui } from "@lingui/react";
import { Trans, useLingui as useMacro } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useId, useState } from "react";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatPoints } from "../../shared/format/points.ts";
import { formatBasisPoints, formatPercent, percentTenths } from "../../shared/format/ratios.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { NewsItem } from "../../shared/indicators/since-last-month.ts";
import { addMonths } from "../../shared/periods.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { Amount } from "./amount.tsx";
import classes from "./dashboard.module.css";
import type { LinesScope, TerritoryDashboard } from "./dashboard-data.ts";
import { LinesLink } from "./lines-link.tsx";
import { OF_WHAT } from "./words.ts";

const SHOWN = 6;
const MILLI_IN_TENTH = 100;

interface SinceLastMonthProps {
  figures: TerritoryDashboard;
  scope: LinesScope;
}

/** What the last month that is over changed, one sentence each, largest effect first. */
export function SinceLastMonth({ figures, scope }: SinceLastMonthProps): React.ReactNode {
  const locale = useLocale();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const { news } = figures;
  if (news === null || news.items.length === 0) return null;
  const before = formatMonth(addMonths(news.month, -1), locale);
  const count = news.items.length;
  return (
    <section className={classes.panel} aria-labelledby={titleId}>
      <Title order={2} id={titleId}>
        <Trans>Ce qui a changé depuis fin {before}</Trans>
      </Title>
      <ul className={classes.news}>
        {news.items.slice(0, open ? count : SHOWN).map((item) => (
          <li key={keyOf(item)}>
            <Icon name={iconOf(item)} />
            <span>
              <Sentence item={item} figures={figures} scope={scope} />
            </span>
          </li>
        ))}
      </ul>
      {count > SHOWN && (
        <div data-no-print>
          <Button variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <Trans>Réduire la liste</Trans> : <Trans>Tout lire ({count})</Trans>}
          </Button>
        </div>
      )}
    </section>
  );
}

function Sentence({ item, figures, scope }: SinceLastMonthProps & { item: NewsItem }): React.ReactNode {
  const { i18n } = useLingui();
  const locale = useLocale();
  const month = figures.news?.month ?? figures.range.toMonth;
  const label = INDICATOR_LABELS[item.indicator][locale];
  switch (item.kind) {
    case "rate":
      return <RateSentence item={item} figures={figures} />;
    case "reached":
    case "lost": {
      const target = formatBasisPoints(item.targetBp, locale);
      const canteen = <CanteenName id={item.canteenId} figures={figures} />;
      return item.kind === "reached" ? (
        <Trans>
          {canteen} atteint désormais {target} : {label}.
        </Trans>
      ) : (
        <Trans>
          {canteen} repasse sous {target} : {label}.
        </Trans>
      );
    }
    case "unproven": {
      const what = i18n._(OF_WHAT[item.indicator]);
      const when = formatMonth(month, locale);
      const amount = <Amount units={item.units} basis={figures.basis} />;
      return (
        <LinesLink
          scope={scope}
          range={{ fromMonth: month, toMonth: month }}
          filter={{ indicator: item.indicator, part: "claimed", sort: "amount" }}
        >
          <Trans>
            {amount} {what}, achetés en {when}, attendent leur preuve.
          </Trans>
        </LinesLink>
      );
    }
  }
}

function RateSentence({
  item,
  figures,
}: {
  item: NewsItem & { kind: "rate" };
  figures: TerritoryDashboard;
}): React.ReactNode {
  const { t } = useMacro();
  const locale = useLocale();
  const label = INDICATOR_LABELS[item.indicator][locale];
  const now = formatPercent(item.now, locale);
  const tenths = (percentTenths(item.now) ?? 0) - (percentTenths(item.before) ?? 0);
  const change = tenths === 0 ? t`sans changement` : formatPoints(tenths, locale);
  const most = item.most === null ? 0 : Math.round(item.most.effectMilli / MILLI_IN_TENTH);
  const name = item.most !== null && <CanteenName id={item.most.canteenId} figures={figures} />;
  const effect = formatPoints(most, locale);
  return (
    <>
      <Trans>
        {label} : {now}, <strong>{change}</strong>.
      </Trans>
      {most !== 0 && (
        <>
          {" "}
          <Trans>
            Le plus fort effet : {name} ({effect}).
          </Trans>
        </>
      )}
    </>
  );
}

function CanteenName({ id, figures }: { id: string; figures: TerritoryDashboard }): React.ReactNode {
  const year = Number(figures.range.toMonth.slice(0, 4));
  return (
    <TextLink inherit to="/cantine" search={{ canteen: id, year, basis: figures.basis }}>
      {figures.canteens.find(({ key }) => key === id)?.name ?? id}
    </TextLink>
  );
}

function iconOf({ kind, effectMilli }: NewsItem): IconName {
  if (kind === "unproven") return "alert";
  if (kind === "reached") return "check";
  return effectMilli === 0 ? "minus" : effectMilli > 0 ? "arrowUp" : "arrowDown";
}

function keyOf(item: NewsItem): string {
  const who = "canteenId" in item ? `${item.canteenId}-${item.targetBp}` : "";
  return `${item.kind}-${item.indicator}-${who}`;
}
