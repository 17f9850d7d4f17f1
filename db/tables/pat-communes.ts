/** Communes of a PAT (projet alimentaire territorial). */
export interface PatCommunesTable {
  pat_code: string;
  commune: string;
}
