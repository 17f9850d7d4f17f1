import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../trpc.ts";
import { QueryView } from "../ui/query-view.tsx";
import { CapacitySection } from "./capacity-section.tsx";
import classes from "./legumerie.module.css";
import type { Workshop } from "./workshop.ts";

/** The week of the workshop: what it can work. */
export function PlanTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const query = useQuery(useTRPC().legumeriePlan.capacities.queryOptions({ legumerieId: workshop.id }));
  return (
    <div className={classes.sections}>
      <QueryView query={query} lines={4}>
        {(calendar) => <CapacitySection workshop={workshop} calendar={calendar} />}
      </QueryView>
    </div>
  );
}
