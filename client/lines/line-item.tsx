import { useLingui } from "@lingui/react";
import { Trans, useLingui as useMacro } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useState } from "react";
import type { LineCategory } from "../../shared/categories.ts";
import { explain } from "../../shared/classification/explain.ts";
import type { FactVerdict } from "../../shared/facts.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { RULES } from "../../shared/law/rules.ts";
import { LAW_SOURCES } from "../../shared/law/sources.ts";
import { LINE_FACTS } from "../../shared/moves.ts";
import { bitsOfStatus, holdsOn } from "../../shared/social-marks.ts";
import { SOCIAL_STATUS_LABELS, shortStatus } from "../../shared/social-statuses.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import { OrderPieces } from "../order-pieces.tsx";
import type { RouterOutputs } from "../trpc.ts";
import { CategoryBadge } from "../ui/category-badge.tsx";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import { DateText, MoneyText, WeightText } from "../ui/values.tsx";
import classes from "./lines.module.css";
import { OrderLink } from "./order-link.tsx";
import { FACT_NAMES } from "./words.ts";

export type FigureLine = RouterOutputs["lines"]["canteen"]["lines"][number];

/** One line: what, from whom, how much, what it counts for; opened, why. */
export function LineItem({
  line,
  statuses,
  canteenName,
}: {
  line: FigureLine;
  statuses: readonly SupplierStatus[];
  canteenName: string | null;
}): React.ReactNode {
  const locale = useLocale();
  const [opened, setOpened] = useState(false);
  return (
    <li>
      <details className={classes.line} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <span className={classes.chevron} aria-hidden="true">
            <Icon name="chevronRight" size={16} />
          </span>
          <span className={classes.date}>
            <DateText date={line.date} />
          </span>
          <span className={classes.what}>
            <strong>
              <DataText>{line.description}</DataText>
            </strong>
            <Text span size="sm" c="dimmed" className={classes.who}>
              <DataText>
                {[line.supplierName, canteenName].filter((name) => name !== null).join(" · ")}
              </DataText>
              {` · ${FAMILY_SHORT_LABELS[line.family][locale]}`}
            </Text>
          </span>
          <span className={classes.badges}>
            <LineBadges line={line} />
          </span>
          <span className={classes.weight}>
            <WeightText grams={line.weightGrams} />
          </span>
          <span className={classes.amount}>
            <MoneyText cents={line.amountCents} />
          </span>
        </summary>
        <Evidence line={line} statuses={statuses} opened={opened} />
      </details>
    </li>
  );
}

/** Its quality mark, then every fact that is more than a plain « no ». */
function LineBadges({ line: { verdict } }: { line: FigureLine }): React.ReactNode {
  const { i18n } = useLingui();
  return (
    <>
      {isMark(verdict.declaredCategory) && <CategoryBadge category={verdict.declaredCategory} />}
      {LINE_FACTS.filter((fact) => verdict[fact].status !== "no").map((fact) => (
        <StatusBadge key={fact} status={verdict[fact].status} fact={i18n._(FACT_NAMES[fact])} />
      ))}
    </>
  );
}

/** Organic has its own fact beside. */
function isMark(category: LineCategory): boolean {
  return category !== "NON_EGALIM" && category !== "BIO";
}

interface EvidenceProps {
  line: FigureLine;
  statuses: readonly SupplierStatus[];
  opened: boolean;
}

/** The documents are asked for once somebody looks. */
function Evidence({ line, statuses, opened }: EvidenceProps): React.ReactNode {
  const { i18n } = useLingui();
  const { verdict } = line;
  return (
    <div className={classes.evidence}>
      <dl>
        {LINE_FACTS.map((fact) => (
          <div key={fact}>
            <dt>
              <StatusBadge status={verdict[fact].status} fact={i18n._(FACT_NAMES[fact])} />
            </dt>
            <Why verdict={verdict[fact]} />
          </div>
        ))}
        <div>
          <dt>
            <Trans>Compté en</Trans> <CategoryBadge category={verdict.strictCategory} />
          </dt>
          <Why verdict={verdict.egalim} />
        </div>
        <SellerStatuses line={line} statuses={statuses} />
      </dl>
      <OrderLink canteenId={line.canteenId} orderId={line.orderId} />{" "}
      {opened && <OrderPieces canteenId={line.canteenId} orderId={line.orderId} />}
    </div>
  );
}

/** The sentence, then the rule behind it. */
function Why({ verdict }: { verdict: FactVerdict }): React.ReactNode {
  const locale = useLocale();
  const sources = sourcesOf(verdict.rule);
  return (
    <dd>
      {explain(verdict, locale)}
      {sources !== "" && (
        <Text size="sm" c="dimmed">
          <Trans>Règle : {sources}</Trans>
        </Text>
      )}
    </dd>
  );
}

function sourcesOf(rule: string): string {
  if (!isRule(rule)) return "";
  return RULES[rule].map((law) => LAW_SOURCES[law].reference).join(" · ");
}

function isRule(rule: string): rule is keyof typeof RULES {
  return Object.hasOwn(RULES, rule);
}

/** What the supplier was on the day of the line, and what proves it. */
function SellerStatuses({ line, statuses }: Omit<EvidenceProps, "opened">): React.ReactNode {
  const { t } = useMacro();
  const locale = useLocale();
  const held = statuses.filter(
    (status) =>
      status.supplierId === line.supplierId && holdsOn(status, line.date) && bitsOfStatus(status) !== 0,
  );
  return held.map((status) => (
    <div key={status.id}>
      <dt>
        <StatusBadge
          status={status.reference === null ? "declared" : "confirmed"}
          fact={shortStatus(status.status)[locale]}
        />
      </dt>
      <dd>
        {SOCIAL_STATUS_LABELS[status.status][locale]} · {line.supplierName} ·{" "}
        {status.reference ?? <Trans>aucune preuve notée</Trans>}
        {status.validFrom !== null && <Day day={status.validFrom} word={t`depuis le`} />}
        {status.validTo !== null && <Day day={status.validTo} word={t`jusqu'au`} />}
      </dd>
    </div>
  ));
}

function Day({ day, word }: { day: string; word: string }): React.ReactNode {
  return (
    <>
      {" · "}
      {word} <DateText date={day} />
    </>
  );
}
