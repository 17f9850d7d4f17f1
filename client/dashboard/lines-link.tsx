import type { LineFilter } from "../../shared/drill-down.ts";
import { TextLink } from "../ui/links.tsx";
import type { Dashboard, LinesScope } from "./dashboard-data.ts";
import { linesOf } from "./dashboard-data.ts";

export interface LinesLinkProps {
  scope: LinesScope;
  range: Dashboard["range"];
  filter: LineFilter;
  children: React.ReactNode;
}

/** Opens the lines behind a figure. */
export function LinesLink({ scope, range, filter, children }: LinesLinkProps): React.ReactNode {
  return (
    <TextLink inherit to="/lignes" search={linesOf({ scope, range }, filter)} preload={false}>
      {children}
    </TextLink>
  );
}
