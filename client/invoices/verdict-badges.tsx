import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Verdict } from "../../shared/facts.ts";
import { CategoryBadge } from "../ui/category-badge.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import classes from "./invoices.module.css";

const FACTS: readonly ["organic" | "quality" | "short" | "local", MessageDescriptor][] = [
  ["organic", msg`Bio`],
  ["quality", msg`Signe de qualité`],
  ["short", msg`Circuit court`],
  ["local", msg`Local`],
];

/** The category a line counts under, and every fact that is more than a plain « no ». */
export function VerdictBadges({ verdict }: { verdict: Verdict }): React.ReactNode {
  const { i18n } = useLingui();
  return (
    <div className={classes.badges}>
      <CategoryBadge category={verdict.declaredCategory} />
      {FACTS.filter(([fact]) => verdict[fact].status !== "no").map(([fact, name]) => (
        <StatusBadge key={fact} status={verdict[fact].status} fact={i18n._(name)} />
      ))}
    </div>
  );
}
