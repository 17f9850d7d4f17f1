import { newId } from "../../shared/ids.ts";
import type { RightsRow } from "./rights-row.ts";

/** Followed measures: the whole organisation's are its administrators' to write. */
export const MEASURE_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "measures.list": { scope: "member", right: "measures.read" },
  "measures.get": { scope: "member", right: "measures.read", foreign: () => ({ id: newId() }) },
  "measures.choices": { scope: "organisation", right: "organisation.write" },
  "measures.save": { scope: "organisation", right: "organisation.write" },
  "measures.addEntry": {
    scope: "member",
    right: "measures.comment",
    foreign: () => ({
      entry: { id: newId(), measureId: newId(), text: "Fait.", value: null, measuredOn: null },
    }),
  },
};
