import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, memo, Suspense, useState } from "react";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDay } from "../../shared/format/dates.ts";
import type { Id } from "../../shared/ids.ts";
import { DataText } from "../ui/data-text.tsx";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { useEntryScope } from "./entry-scope.ts";
import type { Header } from "./order-header.ts";
import classes from "./ordering-bar.module.css";
import { repeatLines } from "./repeat-lines.ts";
import type { TermsNotesProps } from "./terms-notes.tsx";
import { TermsNotes } from "./terms-notes.tsx";
import { useTotals } from "./use-totals.ts";

const TemplatesDialog = lazy(() =>
  import("./templates-dialog.tsx").then(({ TemplatesDialog }) => ({ default: TemplatesDialog })),
);

/** So many templates have their own button; the others are one press further. */
const MOST_BUTTONS = 2;

export interface OrderingBarProps {
  canteenId: Id;
  supplierName: string;
  deliveredOn: IsoDate | null;
  /** Delivery day agreed, as typed. */
  expectedOn: string;
  onChange: (change: Partial<Header>) => void;
  today: IsoDate;
}

/** Under the strip, once the supplier is chosen: what is ordered again and again, and how the supplier takes orders. */
export const OrderingBar = memo(function OrderingBar(props: OrderingBarProps): React.ReactNode {
  const { canteenId, supplierName, deliveredOn, expectedOn, onChange, today } = props;
  const { t } = useLingui();
  const { context, commands } = useEntryScope();
  const [opened, setOpened] = useState(false);
  const { catalogue } = context;
  if (catalogue === null) return null;
  const { templates, terms } = catalogue;
  return (
    <div className={classes.bar} data-no-print>
      <div className={classes.again}>
        <LastOrderButton />
        {templates.slice(0, MOST_BUTTONS).map((template) => (
          <Button
            key={template.id}
            variant="default"
            size="compact-sm"
            onClick={() => commands.append(repeatLines(template.lines, context))}
          >
            <DataText>{template.name}</DataText>
          </Button>
        ))}
        <Button variant="subtle" size="compact-sm" onClick={() => setOpened(true)}>
          <Trans>Paniers…</Trans>
        </Button>
      </div>
      <div className={classes.terms}>
        {deliveredOn === null && (
          <DateField
            className={classes.expected}
            label={t`Livraison attendue le`}
            size="xs"
            value={expectedOn}
            context={{ today }}
            onChange={(text) => onChange({ expectedOn: text })}
          />
        )}
        <OrderTerms terms={terms} deliveredOn={deliveredOn} today={today} />
      </div>
      <Suspense fallback={null}>
        {opened && (
          <TemplatesDialog
            canteenId={canteenId}
            supplierName={supplierName}
            templates={templates}
            onClose={() => setOpened(false)}
          />
        )}
      </Suspense>
    </div>
  );
});

function OrderTerms(props: Omit<TermsNotesProps, "amountHtCents">): React.ReactNode {
  return <TermsNotes {...props} amountHtCents={useTotals().amountHtCents} />;
}

/** « Comme la dernière fois »: F9 does the same. */
function LastOrderButton(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { context, commands } = useEntryScope();
  const last = context.catalogue?.lastOrder ?? null;
  if (last === null) return null;
  const day = formatDay(last.orderedOn, locale);
  const count = last.lines.length;
  return (
    <Button
      variant="light"
      size="compact-sm"
      leftSection={<Icon name="undo" size={16} />}
      rightSection={<kbd>F9</kbd>}
      aria-keyshortcuts="F9"
      title={t`Lignes et quantités du ${day}, aux prix connus`}
      onClick={() => commands.append(repeatLines(last.lines, context))}
    >
      <span>
        <Trans>Comme la dernière fois</Trans> (<Plural value={count} one="# ligne" other="# lignes" />)
      </span>
    </Button>
  );
}
