/** Proofs and imported files, kept in the database so that a line and its proof are saved together. */
export interface FilesTable {
  /** SHA-256 of the content, hex. */
  id: string;
  name: string;
  media_type: string;
  size: number;
  content: Uint8Array;
  created_at: string;
}
