import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { declaredHtCents, isForeign } from "../../shared/invoices/purchases.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import type { Invoice } from "../../shared/invoices.ts";
import { lineAmounts, verdictDate } from "../../shared/order-amounts.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { orderIssueText } from "../order-issues.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { MoneyText } from "../ui/values.tsx";
import { ArticlesPart } from "./articles-part.tsx";
import classes from "./invoices.module.css";
import { LinesPart } from "./lines-part.tsx";
import { MatchPart } from "./match-part.tsx";
import { InvoiceSums } from "./read-invoice.tsx";
import type { ReviewDraft } from "./review-draft.ts";
import { reviewState } from "./review-draft.ts";
import { SupplierPart } from "./supplier-part.tsx";
import { TotalsCheck } from "./totals-check.tsx";
import { TypeBeside } from "./type-beside.tsx";
import { useLineVerdicts } from "./use-line-verdicts.ts";
import { useRecordInvoice } from "./use-record-invoice.ts";
import { useReviewDraft } from "./use-review-draft.ts";

interface ReviewInvoiceProps {
  review: InvoiceReview;
  invoice: Invoice;
  canteenId: string;
}

/** An invoice that was read: only what is not known is asked, then one button writes it all. */
export function ReviewInvoice({ review, invoice, canteenId }: ReviewInvoiceProps): React.ReactNode {
  const [draft, change, forget] = useReviewDraft(review, invoice);
  const state = useMemo(() => reviewState(review, invoice, draft), [review, invoice, draft]);
  const verdicts = useLineVerdicts(review, draft, state.orders);
  const trpc = useTRPC();
  const lists = useQuery({
    ...trpc.priceLists.ofSupplier.queryOptions({ canteenId, supplierId: review.supplier?.id ?? "" }),
    enabled: review.supplier !== null,
  });
  return (
    <>
      <InvoiceSums invoice={invoice} />
      <TotalsCheck invoice={invoice} />
      {invoice.lines.every(({ fromTotals }) => fromTotals) && (
        <TypeBeside invoiceId={review.id} seller={newSupplier(review, draft)} />
      )}
      <SupplierPart review={review} draft={draft} onChange={change} />
      <ArticlesPart review={review} state={state} draft={draft} onChange={change} />
      <MatchPart review={review} state={state} draft={draft} onChange={change} />
      <LinesPart
        state={state}
        draft={draft}
        verdicts={verdicts}
        announced={{ lists: lists.data ?? [], date: verdictDate(state.orders[0]).date }}
        onChange={change}
      />
      <RecordFooter review={review} state={state} draft={draft} canteenId={canteenId} onRecorded={forget} />
    </>
  );
}

/** The supplier that is made with the invoice; null: it is there already. */
function newSupplier(review: InvoiceReview, { supplierId, supplier }: ReviewDraft): Supplier | null {
  return review.supplier === null && supplier !== null ? { id: supplierId, ...supplier } : null;
}

interface RecordFooterProps {
  review: InvoiceReview;
  state: ReturnType<typeof reviewState>;
  draft: ReturnType<typeof useReviewDraft>[0];
  canteenId: string;
  onRecorded: () => void;
}

function RecordFooter({ review, state, draft, canteenId, onRecorded }: RecordFooterProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const { record, busy, issues } = useRecordInvoice({ canteenId, invoice: state.invoice, onRecorded });
  const [asked, setAsked] = useState(false);
  const { invoice, gapCents, unanswered } = state;
  const accepts = gapCents !== 0 || invoice.issues.some(({ severity }) => severity === "blocking");
  const nameless = review.supplier === null && (draft.supplier?.name.trim() ?? "") === "";
  const unreadable = state.lines.some(({ weight }) => weight.from === "UNREADABLE");
  const missing = [
    nameless ? t`le nom du fournisseur` : "",
    unanswered > 0
      ? t`${plural(unanswered, { one: "# article à décrire", other: "# articles à décrire" })}`
      : "",
    unreadable ? t`un poids qui ne se lit pas` : "",
    isForeign(invoice) ? t`des montants en euros` : "",
  ].filter((words) => words !== "");
  const amounts = state.orders.flatMap(({ lines, kind }) =>
    lines.map((line) => lineAmounts(line, kind).amountHtCents),
  );
  const total = amounts.reduce((sum, cents) => sum + cents, 0);
  const declared = declaredHtCents(invoice);

  function submit(): void {
    setAsked(true);
    if (missing.length > 0)
      document.querySelector<HTMLElement>('[data-state="todo"] :is(input, select)')?.focus();
    else record(state.record(accepts ? gapCents : null));
  }

  return (
    <>
      {issues.length > 0 && (
        <Alert role="alert" color="red" mt="md" icon={<Icon name="alert" />} title={t`Rien n'est enregistré`}>
          <ul>
            {[...new Set(issues.map(({ code }) => code))].map((code) => (
              <li key={code}>{orderIssueText(code, i18n)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <div className={classes.footer} data-no-print>
        <div>
          <Text fw={600} className={classes.figures ?? ""}>
            <Trans>
              À enregistrer : <MoneyText cents={total} /> HT
            </Trans>
            {declared !== null && total !== declared && (
              <Text span c="var(--bp-rejected)" ml="xs">
                <Trans>
                  (écart <MoneyText cents={total - declared} />)
                </Trans>
              </Text>
            )}
          </Text>
          <Text size="sm" c={asked && missing.length > 0 ? "red" : "dimmed"} aria-live="polite">
            {missing.length > 0 ? (
              <Trans>Il manque : {missing.join(", ")}.</Trans>
            ) : (
              <Plural value={state.lines.length} one="# ligne prête." other="# lignes prêtes." />
            )}
          </Text>
        </div>
        <Button size="md" loading={busy} {...(accepts ? { color: "red" } : {})} onClick={submit}>
          {gapCents !== 0 ? (
            <Trans>Enregistrer malgré l'écart</Trans>
          ) : accepts ? (
            <Trans>Enregistrer malgré l'alerte</Trans>
          ) : (
            <Trans>Enregistrer la facture</Trans>
          )}
        </Button>
      </div>
    </>
  );
}
