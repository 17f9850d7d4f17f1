import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { FactStatus } from "../../shared/facts.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import classes from "./entry-grid.module.css";

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

/** A fact's status in the width of an icon; its word is said and shown on hover. */
export function FactMark({ fact, status }: { fact: string; status: FactStatus }): React.ReactNode {
  const { i18n } = useLingui();
  const label = `${fact} : ${i18n._(LABELS[status])}`;
  return (
    <span className={classes.mark} data-status={status} role="img" aria-label={label} title={label}>
      <Icon name={ICONS[status]} size={14} />
    </span>
  );
}
