/** The last row of each stream of the record of changes, written with it. */
export interface AuditHeadsTable {
  stream: string;
  /** Of that row. */
  seq: number;
  hash: string;
}
