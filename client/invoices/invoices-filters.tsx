import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { Id } from "../../shared/ids.ts";
import { INVOICE_STATE_LABELS, INVOICE_STATES } from "../../shared/invoices/states.ts";
import { ListFilters } from "../list-filters.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./invoices.module.css";
import { validateInvoicesSearch } from "./search.ts";

const route = getRouteApi("/layout/factures");

/** The filters of the list of invoices. */
export function InvoicesFilters({ canteenId }: { canteenId: Id }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  function go(change: Record<string, unknown>): void {
    void navigate({
      search: validateInvoicesSearch({ ...search, page: undefined, ...change }),
      replace: true,
    });
  }
  return (
    <ListFilters
      placeholder={t`Numéro, vendeur, fichier`}
      canteenId={canteenId}
      search={search}
      states={INVOICE_STATES.map((value) => ({ value, label: INVOICE_STATE_LABELS[value][locale] }))}
      onChange={go}
      onClear={() => navigate({ search: {}, replace: true })}
    >
      <Checkbox
        className={classes.check ?? ""}
        label={t`Avec un écart`}
        checked={search.ecart === true}
        onChange={(event) => go({ ecart: event.currentTarget.checked || undefined })}
      />
    </ListFilters>
  );
}
