import type { Semester } from "../../shared/semesters.ts";
import { isSemester } from "../../shared/semesters.ts";

/** What the address of the report says; absent: the last semester that is over. */
export interface CouncilSearch {
  semestre?: Semester;
}

export function validateCouncilSearch({ semestre }: Record<string, unknown>): CouncilSearch {
  return isSemester(semestre) ? { semestre } : {};
}
