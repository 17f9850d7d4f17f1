/** The verdict that a line of a frozen year would have today, when it is another than the one it keeps. */
export interface LateVerdictsTable {
  canteen_id: string;
  line_id: string;
  strict_category: string;
  declared_category: string;
  /** Bit set, see shared/marks.ts. */
  marks: number;
  verdict_id: string;
  noted_at: string;
}
