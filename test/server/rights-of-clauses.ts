import { newId } from "../../shared/ids.ts";
import { aContract } from "../support/contracts.ts";
import type { RightsRow } from "./rights-row.ts";

const OF_OTHERS = () => ({ contractId: newId() });

export const CLAUSE_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "clauses.contracts": { scope: "organisation", right: "clauses.read", input: () => ({}) },
  "clauses.list": { scope: "organisation", right: "clauses.read", input: () => ({}) },
  "clauses.contract": { scope: "organisation", right: "clauses.read", foreign: OF_OTHERS },
  "clauses.save": {
    scope: "organisation",
    right: "clauses.write",
    input: () => {
      const { id, ...input } = aContract({ number: newId() });
      return { id, input };
    },
  },
  "clauses.remove": { scope: "organisation", right: "clauses.write", foreign: OF_OTHERS },
  "clauses.saveHours": {
    scope: "organisation",
    right: "clauses.write",
    foreign: () => ({ ...OF_OTHERS(), cells: [{ employerId: newId(), month: "2026-01", done: null }] }),
  },
};
