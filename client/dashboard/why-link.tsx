import { Trans } from "@lingui/react/macro";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { TextLink } from "../ui/links.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard, LinesScope } from "./dashboard-data.ts";

/** Opens what moved the rate against the same months a year before. */
export function WhyLink({
  indicator,
  figures: { comparison, basis },
  scope,
}: {
  indicator: Indicator;
  figures: Pick<Dashboard, "comparison" | "basis">;
  scope: LinesScope;
}): React.ReactNode {
  if (comparison === null) return null;
  if (comparison.sharesBefore[indicator].strict.denominator <= 0) return null;
  return (
    <p className={classes.why} data-no-print>
      <TextLink
        inherit
        to="/territoire/pourquoi"
        search={{
          ...scope,
          indicator,
          basis,
          from: comparison.now.fromMonth,
          to: comparison.now.toMonth,
          beforeFrom: comparison.before.fromMonth,
          beforeTo: comparison.before.toMonth,
        }}
      >
        <Trans>Pourquoi a-t-il bougé ?</Trans>
      </TextLink>
    </p>
  );
}
