/** One college of an organisation's council; an organisation without any has those it starts with. */
export interface CouncilCollegesTable {
  organisation_id: string;
  /** From 1, in the order of the report. */
  position: number;
  name: string;
  /** JSON list of what its paragraph is about. */
  topics: string;
}

/** A report of a semester, kept as it was published. */
export interface CouncilReportsTable {
  id: string;
  organisation_id: string;
  /** `2026-S1`. */
  semester: string;
  /** The report as JSON. */
  content: string;
  closed_at: string;
  closed_by: string | null;
  /** Null: in force. */
  reopened_at: string | null;
  reopened_by: string | null;
  reason: string | null;
}
