import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Group, Text } from "@mantine/core";
import classes from "./data-table.module.css";
import { Icon } from "./icons.tsx";
import { useLocale } from "./locale.ts";

/** `index` from 0; `total`: rows over all pages. */
export interface PageState {
  index: number;
  size: number;
  total: number;
}

export interface TablePagerProps {
  page: PageState;
  onPage: (index: number) => void;
}

/** « 51–100 sur 1 234 » and the two arrows. */
export function TablePager({ page, onPage }: TablePagerProps): React.ReactNode {
  const { t } = useLingui();
  const count = new Intl.NumberFormat(useLocale());
  const first = count.format(Math.min(page.total, page.index * page.size + 1));
  const last = count.format(Math.min(page.total, (page.index + 1) * page.size));
  const total = count.format(page.total);
  const pages = Math.ceil(page.total / page.size);
  return (
    <nav className={classes.pager} aria-label={t`Pages du tableau`}>
      <Text size="sm" aria-live="polite">
        <Trans>
          {first}–{last} sur {total}
        </Trans>
      </Text>
      <Group gap="xs" data-no-print>
        <ActionIcon
          variant="default"
          aria-label={t`Page précédente`}
          disabled={page.index === 0}
          onClick={() => onPage(page.index - 1)}
        >
          <Icon name="chevronLeft" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t`Page suivante`}
          disabled={page.index + 1 >= pages}
          onClick={() => onPage(page.index + 1)}
        >
          <Icon name="chevronRight" />
        </ActionIcon>
      </Group>
    </nav>
  );
}
