import { useLingui } from "@lingui/react/macro";
import { formatFixed } from "../../shared/format/numbers.ts";
import type { Part } from "../../shared/line-filter-words.ts";
import { yearRange } from "../../shared/periods.ts";
import { amountLabel } from "../../shared/yearly-form/labels.ts";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";

export interface AmountLinkProps {
  page: DeclarationPageData;
  /** The State's name of the amount. */
  name: string;
  part: Extract<Part, "strict" | "declared">;
  /** Without the sign of the currency, which the table says. */
  bare?: boolean;
}

/** An amount, which opens the lines it is the sum of. */
export function AmountLink({ page, name, part, bare = false }: AmountLinkProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const cents = page.amounts[part][name] ?? 0;
  const { fromMonth: from, toMonth: to } = yearRange(page.year);
  const amount = bare ? formatFixed({ value: cents, decimals: 2 }, locale) : <MoneyText cents={cents} />;
  if (cents === 0) return amount;
  const label = amountLabel(name, { year: page.year, locale });
  return (
    <TextLink
      inherit
      to="/lignes"
      search={{ canteen: page.canteen.id, from, to, amount: name, part, sort: "amount" }}
      preload={false}
      title={t`Les lignes derrière : ${label}`}
    >
      {amount}
    </TextLink>
  );
}
