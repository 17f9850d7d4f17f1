import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { IsoDate } from "../../shared/facts.ts";
import { formatUnitPrice } from "../../shared/format/money.ts";
import type { PriceListWithLines } from "../../shared/price-lists.ts";
import { priceOffList } from "../../shared/price-lists.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import type { ReviewLine } from "./review-draft.ts";

/** What the supplier announced, and on which day the invoice's prices are looked at. */
export interface Announced {
  lists: readonly PriceListWithLines[];
  date: IsoDate;
}

/** The line's price is not the one announced for its day; nothing when it is, or when no list says. */
export function ListNote({ line, announced }: { line: ReviewLine; announced: Announced }): React.ReactNode {
  const locale = useLocale();
  const { unit, unitPriceHtE4, name } = line.purchase;
  const article = { offerId: line.offer?.id ?? null, description: name, unit, unitPriceHtE4 };
  const off = priceOffList(announced.lists, article, announced.date);
  if (off === null) return null;
  const gap = formatUnitPrice(Math.abs(off.gapE4), locale);
  const listed = formatUnitPrice(off.listedE4, locale);
  const { listName } = off;
  return (
    <Text size="sm" c="var(--bp-declared)" fw={600}>
      <Icon name="alert" size={16} />{" "}
      {off.gapE4 > 0 ? (
        <Trans>
          {gap} de plus que la mercuriale « {listName} » ({listed})
        </Trans>
      ) : (
        <Trans>
          {gap} de moins que la mercuriale « {listName} » ({listed})
        </Trans>
      )}
    </Text>
  );
}
