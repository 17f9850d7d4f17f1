import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { Outlook } from "../../shared/indicators/projection-target.ts";
import { Icon } from "../ui/icons.tsx";
import classes from "./targets.module.css";
import { OUTLOOK_ICONS, OUTLOOK_LABELS } from "./words.ts";

/** « Y arriverons-nous ? » in a word, an icon and a colour; over a year that ended, whether it was reached. */
export function OutlookBadge({ outlook, isOver }: { outlook: Outlook; isOver: boolean }): React.ReactNode {
  const { i18n } = useLingui();
  return (
    <span className={classes.outlook} data-outlook={outlook}>
      <Icon name={OUTLOOK_ICONS[outlook]} size={16} />
      {isOver ? (
        outlook === "secured" ? (
          <Trans>Atteint</Trans>
        ) : (
          <Trans>Non atteint</Trans>
        )
      ) : (
        i18n._(OUTLOOK_LABELS[outlook])
      )}
    </span>
  );
}
