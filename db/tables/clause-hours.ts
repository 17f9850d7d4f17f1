/** Hours of one month by one employer under a clause. */
export interface ClauseHoursTable {
  employer_id: string;
  /** `YYYY-MM`. */
  month: string;
  clause_id: string;
  organisation_id: string;
  /** Hundredths of an hour. */
  hours_e2: number;
  /** People who worked; null: not said. */
  people: number | null;
}

/** A file of hours that was imported. */
export interface ClauseHourImportsTable {
  id: string;
  organisation_id: string;
  file_name: string;
  sha256: string;
  /** JSON list of { employerId, month, before, after }: what it changed, and what undoing puts back. */
  changes: string;
  created_at: string;
  /** Null: a program. */
  created_by: string | null;
  /** Null: in force. */
  undone_at: string | null;
}
