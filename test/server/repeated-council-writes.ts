import { newId } from "../../shared/ids.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const ID = newId();

/** In the order of a day. */
export const COUNCIL_WRITES: readonly RepeatedWrite[] = [
  {
    name: "the colleges of the council",
    procedure: "council.saveColleges",
    input: ({ organisationId }) => ({
      organisationId,
      colleges: [{ name: "Acteurs institutionnels", topics: ["canteens"] }],
    }),
    adds: 1,
  },
  {
    name: "a report that is kept",
    procedure: "council.close",
    input: ({ organisationId }) => ({ organisationId, id: ID, semester: "2024-S1" }),
    adds: 1,
  },
  {
    name: "a report that is opened again",
    procedure: "council.reopen",
    input: ({ organisationId }) => ({ organisationId, semester: "2024-S1", reason: "Une erreur." }),
    adds: 1,
    again: 404,
  },
];
