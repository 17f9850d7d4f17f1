/** What was declared for a canteen and a civil year. At most one in force for each. */
export interface DeclarationsTable {
  canteen_id: string;
  id: string;
  year: number;
  /** JSON of YearlyAmounts: cents HT by the State's names, at both certainties. */
  amounts: string;
  /** Lines the amounts are the sum of. */
  lines: number;
  declared_at: string;
  declared_by: string | null;
  /** Null: in force, the year is frozen. */
  reopened_at: string | null;
  reopened_by: string | null;
  reason: string | null;
}
