import { newId } from "../../shared/ids.ts";
import type { RightsRow } from "./rights-row.ts";

/** The report to the departmental council: officials read it, administrators keep it. */
export const COUNCIL_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "council.report": { scope: "organisation", right: "council.read", input: () => ({ semester: "2026-S1" }) },
  "council.close": {
    scope: "organisation",
    right: "organisation.write",
    input: () => ({ id: newId(), semester: "2024-S1" }),
  },
  "council.reopen": { scope: "organisation", right: "organisation.write" },
  "council.saveColleges": { scope: "organisation", right: "organisation.write" },
};
