/** How many times a canteen's cells were written: what was added up from them holds as long as it stands. */
export interface CubeVersionsTable {
  canteen_id: string;
  version: number;
}
