import { newId } from "../../shared/ids.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../support/contracts.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const EMPLOYER = anEmployer();
const { id: CONTRACT, ...INPUT } = aContract({
  lots: [anAwardedLot({ clauses: [aClause({ employers: [EMPLOYER] })] })],
});
const { id: EMPTY, ...EMPTY_INPUT } = aContract({ number: "Sans heures", id: newId() });
const IMPORT = newId();
/** What the file of hours says. */
export const HOURS_TEXT = `Marché;Mois;Employeur;Heures\r\n${INPUT.number};04/2026;${EMPLOYER.name};70`;
const MONTH = { employerId: EMPLOYER.id, month: "2026-03" };

/** In the order of a day. */
export const CLAUSE_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a contract with its clauses",
    procedure: "clauses.save",
    input: ({ organisationId }) => ({ organisationId, id: CONTRACT, input: INPUT }),
    adds: 1,
  },
  {
    name: "a month of hours",
    procedure: "clauses.saveHours",
    input: ({ organisationId }) => ({
      organisationId,
      contractId: CONTRACT,
      cells: [{ ...MONTH, done: { hoursE2: 15_167, people: 6 } }],
    }),
    adds: 1,
  },
  {
    name: "a file of hours",
    procedure: "clauses.importHours",
    input: ({ organisationId, files }) => ({ organisationId, id: IMPORT, fileId: files.hours }),
    adds: 2,
  },
  {
    name: "a file of hours undone",
    procedure: "clauses.undoHourImport",
    input: ({ organisationId }) => ({ organisationId, id: IMPORT }),
    adds: 2,
    again: 404,
  },
  {
    name: "a contract without hours",
    procedure: "clauses.save",
    input: ({ organisationId }) => ({ organisationId, id: EMPTY, input: EMPTY_INPUT }),
    adds: 1,
  },
  {
    name: "a contract taken away",
    procedure: "clauses.remove",
    input: ({ organisationId }) => ({ organisationId, contractId: EMPTY }),
    adds: 1,
    again: 404,
  },
];
