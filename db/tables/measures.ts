/** A followed measure of an organisation. */
export interface MeasuresTable {
  id: string;
  organisation_id: string;
  title: string;
  /** The title without case and accents. */
  search: string;
  description: string;
  /** Null: `owner_title` says who carries it. */
  owner_id: string | null;
  owner_title: string | null;
  starts_on: string;
  due_on: string;
  state: string;
  /** Why it was given up; null in every other state. */
  reason: string | null;
  figure: string;
  certainty: string;
  scope_kind: string;
  /** Organisation, group, canteen or workshop; no foreign key: one column for four tables. */
  scope_id: string;
  /** Unit of a typed value; null for the product's own figures. */
  unit_text: string | null;
  /** In the unit of the figure: basis points, cents HT, grams, a count, thousandths. */
  start_value: number;
  start_on: string;
  target_value: number;
  created_at: string;
}

/** A line of a measure's history: added, never edited. */
export interface MeasureEntriesTable {
  measure_id: string;
  id: string;
  /** comment, value, change. */
  kind: string;
  note: string;
  /** Thousandths of the measure's unit; null unless `kind` is « value ». */
  measured_value: number | null;
  measured_on: string | null;
  /** JSON list of what a save moved. */
  changes: string;
  written_at: string;
  written_by: string | null;
}
