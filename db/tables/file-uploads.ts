/** Who put a document here: its SHA-256 alone opens nothing. */
export interface FileUploadsTable {
  file_id: string;
  user_id: string;
  created_at: string;
}
