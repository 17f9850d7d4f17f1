import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { FactStatus } from "../../shared/facts.ts";
import classes from "./badges.module.css";
import type { IconName } from "./icons.tsx";
import { Icon } from "./icons.tsx";

const LABELS: Record<FactStatus, MessageDescriptor> = {
  confirmed: msg`confirmé`,
  declared: msg`déclaré`,
  rejected: msg`refusé`,
  unknown: msg`à vérifier`,
  no: msg`non`,
};

const ICONS: Record<FactStatus, IconName> = {
  confirmed: "check",
  declared: "pencil",
  rejected: "cross",
  unknown: "question",
  no: "minus",
};

export interface StatusBadgeProps {
  status: FactStatus;
  /** The fact: « Bio », « Local »… shown before the status. */
  fact?: string;
}

/** State of one fact of a line: icon, word and colour. */
export function StatusBadge({ status, fact }: StatusBadgeProps): React.ReactNode {
  const { i18n } = useLingui();
  return (
    <span className={classes.badge} data-status={status}>
      <Icon name={ICONS[status]} size={14} />
      {fact !== undefined && <strong>{fact}</strong>}
      <span>{i18n._(LABELS[status])}</span>
    </span>
  );
}
