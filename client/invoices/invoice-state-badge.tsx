import type { InvoiceState } from "../../shared/invoices/states.ts";
import { INVOICE_STATE_LABELS } from "../../shared/invoices/states.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./invoices.module.css";

/** Where a document stands: by its word first, then its colour. */
export function InvoiceStateBadge({ state }: { state: InvoiceState }): React.ReactNode {
  const locale = useLocale();
  return (
    <span className={classes.state} data-state={state}>
      {INVOICE_STATE_LABELS[state][locale]}
    </span>
  );
}
