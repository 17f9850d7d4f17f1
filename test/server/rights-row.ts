import type { ProcedureMeta } from "../../server/trpc.ts";
import type { RightsWorld, Side } from "../support/rights-world.ts";

/** How a procedure is protected, and an input that shows it. */
export interface RightsRow extends ProcedureMeta {
  /**
   * What goes beside the scope's own key (`canteenId`...), made of the target's side. Absent: only the scope is sent,
   * and a procedure that wants more refuses it as INVALID once the right is known to be held.
   */
  input?: (side: Side, world: RightsWorld) => Record<string, unknown>;
  /** The same, naming a thing of that side: under an own scope, everyone is answered NOT_FOUND. */
  foreign?: (side: Side, world: RightsWorld) => Record<string, unknown>;
}
