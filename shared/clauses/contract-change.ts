import type { Contract } from "../contracts.ts";
import type { Id } from "../ids.ts";
import { plannedHoursE2 } from "./planned-hours.ts";

/** A contract as the record of changes keeps it: its own fields, then a line a lot and a line a clause. */
export interface ContractChange
  extends Pick<Contract, "number" | "subject" | "procedure" | "startsOn" | "endsOn"> {
  contractKind: Contract["kind"];
  lines: ({ id: Id; description: string } & Readonly<Record<string, unknown>>)[];
}

/** What the record says of it. */
export function contractChange(contract: Contract): ContractChange {
  const { number, subject, procedure, startsOn, endsOn, kind, lots } = contract;
  return {
    ...{ number, subject, procedure, startsOn, endsOn },
    contractKind: kind,
    lines: lots.flatMap(({ clauses, amountHtCents, ...lot }) => {
      const description = lot.number ?? number;
      return [
        { ...lot, description, amountHtCents },
        ...clauses.map(({ formula, employers, ...clause }, index) => ({
          ...clause,
          ...formula,
          description: `${description} · ${index + 1}`,
          plannedHoursE2: plannedHoursE2(amountHtCents, { formula, ...clause }),
          employers: employers.map(employerWords).join(" ; "),
          employerIds: employers.map(({ id }) => id),
        })),
      ];
    }),
  };
}

function employerWords(employer: Contract["lots"][number]["clauses"][number]["employers"][number]): string {
  return [employer.name, employer.kind, employer.siret].filter((part) => part !== null).join(" ");
}
