import { newId } from "../../shared/ids.ts";
import { aMeasure } from "../support/measures.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const ID = newId();
const ENTRY = newId();

/** In the order of a day. */
export const MEASURE_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a followed measure",
    procedure: "measures.save",
    input: ({ organisationId }) => ({ organisationId, id: ID, input: aMeasure({ scopeId: organisationId }) }),
    adds: 1,
  },
  {
    name: "a followed measure whose target moves",
    procedure: "measures.save",
    input: ({ organisationId }) => ({
      organisationId,
      id: ID,
      input: aMeasure({ scopeId: organisationId, targetValue: 3_500 }),
    }),
    adds: 1,
  },
  {
    name: "a comment of a measure",
    procedure: "measures.addEntry",
    input: () => ({
      entry: { id: ENTRY, measureId: ID, text: "Premier bilan.", value: null, measuredOn: null },
    }),
    adds: 1,
  },
];
