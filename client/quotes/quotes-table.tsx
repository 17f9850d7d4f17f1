import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { MISSING } from "../../shared/format/ratios.ts";
import { UNIT_SHORT_LABELS, UNITS } from "../../shared/quantity.ts";
import type { QuoteContent } from "../../shared/quotes.ts";
import { totalOf } from "../../shared/quotes.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import type { QuoteDraft } from "./draft.ts";
import classes from "./quotes.module.css";

interface QuotesTableProps {
  draft: QuoteDraft;
  /** Null while something typed cannot be read. */
  content: QuoteContent | null;
  writes: boolean;
  onChange: (part: Partial<QuoteDraft>) => void;
}

type Quote = QuoteDraft["quotes"][number];

/** The lines asked, one column of prices a supplier, and what each comes to. */
export function QuotesTable({ draft, content, writes, onChange }: QuotesTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { lines, quotes } = draft;
  const setLine = (index: number, part: Partial<QuoteDraft["lines"][number]>): void =>
    onChange({ lines: lines.map((line, at) => (at === index ? { ...line, ...part } : line)) });
  const setQuote = (id: string, part: Partial<Quote>): void =>
    onChange({ quotes: quotes.map((quote) => (quote.id === id ? { ...quote, ...part } : quote)) });
  const facts: readonly { key: "carriage" | "delivery" | "receivedOn" | "validUntil"; label: string }[] = [
    { key: "carriage", label: t`Port HT (€)` },
    { key: "delivery", label: t`Livraison` },
    { key: "receivedOn", label: t`Reçu le` },
    { key: "validUntil", label: t`Valable jusqu'au` },
  ];
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.hidden}>{t`Devis côte à côte`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Article demandé`}</th>
            <th scope="col">{t`Quantité`}</th>
            <th scope="col">{t`Unité`}</th>
            {quotes.map(({ id, supplierName }) => (
              <th scope="col" key={id} className={classes.supplier}>
                <DataText>{supplierName}</DataText>
                {writes && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={t`Retirer le devis de ${supplierName}`}
                    onClick={() => onChange({ quotes: quotes.filter((quote) => quote.id !== id) })}
                  >
                    <Icon name="cross" size={14} />
                  </Button>
                )}
                <span className={classes.detail}>{t`Prix HT par unité`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.id}>
              <td className={classes.wide} data-label={t`Article demandé`}>
                <TextInput
                  aria-label={t`Article de la ligne ${index + 1}`}
                  disabled={!writes}
                  value={line.description}
                  onChange={(event) => setLine(index, { description: event.currentTarget.value })}
                />
              </td>
              <td data-label={t`Quantité`}>
                <TextInput
                  aria-label={t`Quantité de la ligne ${index + 1}`}
                  inputMode="decimal"
                  disabled={!writes}
                  value={line.quantity}
                  onChange={(event) => setLine(index, { quantity: event.currentTarget.value })}
                />
              </td>
              <td data-label={t`Unité`}>
                <NativeSelect
                  aria-label={t`Unité de la ligne ${index + 1}`}
                  disabled={!writes}
                  value={line.unit}
                  data={UNITS.map((unit) => ({ value: unit, label: UNIT_SHORT_LABELS[unit][locale] }))}
                  onChange={(event) => {
                    const unit = UNITS.find((one) => one === event.currentTarget.value);
                    if (unit !== undefined) setLine(index, { unit });
                  }}
                />
              </td>
              {quotes.map((quote) => (
                <td key={quote.id} data-label={quote.supplierName}>
                  <TextInput
                    aria-label={t`Prix HT de ${quote.supplierName}, ligne ${index + 1}`}
                    inputMode="decimal"
                    disabled={!writes}
                    value={quote.prices[line.id] ?? ""}
                    onChange={(event) =>
                      setQuote(quote.id, {
                        prices: { ...quote.prices, [line.id]: event.currentTarget.value },
                      })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
          {quotes.length > 0 &&
            facts.map(({ key, label }) => (
              <tr key={key}>
                <th scope="row" colSpan={3}>
                  {label}
                </th>
                {quotes.map((quote) => (
                  <td key={quote.id} data-label={quote.supplierName}>
                    <TextInput
                      aria-label={t`${label} : ${quote.supplierName}`}
                      disabled={!writes}
                      value={quote[key]}
                      onChange={(event) => setQuote(quote.id, { [key]: event.currentTarget.value })}
                    />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
        {quotes.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t`Total HT, port compris`}
              </th>
              {quotes.map(({ id, supplierName }) => (
                <td key={id} data-label={supplierName}>
                  <Total content={content} id={id} />
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Total({ content, id }: { content: QuoteContent | null; id: string }): React.ReactNode {
  const quote = content?.quotes.find((one) => one.id === id);
  if (content === null || quote === undefined) return MISSING;
  const { totalHtCents, missing } = totalOf(quote, content.lines);
  if (totalHtCents === null)
    return (
      <span className={classes.detail}>
        <Trans>
          {MISSING} : il manque {missing} prix
        </Trans>
      </span>
    );
  const totals = content.quotes.flatMap((one) => totalOf(one, content.lines).totalHtCents ?? []);
  return (
    <>
      <strong>
        <MoneyText cents={totalHtCents} />
      </strong>
      {totals.length > 1 && totalHtCents === Math.min(...totals) && (
        <span className={classes.detail}>
          {" "}
          <Trans>le moins cher</Trans>
        </span>
      )}
    </>
  );
}
