import { newId } from "../../shared/ids.ts";
import { aContract } from "../support/contracts.ts";
import type { RightsRow } from "./rights-row.ts";

const OF_OTHERS = () => ({ contractId: newId() });

/** A file that the caller never dropped. */
const OF_FILE = () => ({ fileId: "0".repeat(64) });

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
  "clauses.previewHours": { scope: "organisation", right: "clauses.write", foreign: OF_FILE },
  "clauses.importHours": {
    scope: "organisation",
    right: "clauses.write",
    foreign: () => ({ ...OF_FILE(), id: newId() }),
  },
  "clauses.hourImports": { scope: "organisation", right: "clauses.write" },
  "clauses.undoHourImport": {
    scope: "organisation",
    right: "clauses.write",
    foreign: () => ({ id: newId() }),
  },
  "clauses.saveHours": {
    scope: "organisation",
    right: "clauses.write",
    foreign: () => ({ ...OF_OTHERS(), cells: [{ employerId: newId(), month: "2026-01", done: null }] }),
  },
};
