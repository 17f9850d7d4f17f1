import { Trans } from "@lingui/react/macro";
import { Icon } from "../ui/icons.tsx";
import { PercentText } from "../ui/values.tsx";
import classes from "./price-lists.module.css";

/** « +12,5 % » with its arrow; « nouveau » without a price before. */
export function ChangeText({
  beforeE4,
  afterE4,
}: {
  beforeE4: number | null;
  afterE4: number;
}): React.ReactNode {
  if (beforeE4 === null) return <Trans>nouveau</Trans>;
  if (beforeE4 === afterE4) return <Trans>inchangé</Trans>;
  const raised = afterE4 > beforeE4;
  return (
    <span className={raised ? classes.raised : classes.lowered}>
      <Icon name={raised ? "arrowUp" : "arrowDown"} size={14} />
      {raised && "+"}
      <PercentText ratio={{ numerator: afterE4 - beforeE4, denominator: beforeE4 }} />
    </span>
  );
}
