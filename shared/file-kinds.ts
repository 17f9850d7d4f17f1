/** What a file that was dropped holds, known by its content; its name says nothing. */
export const FILE_KINDS = ["table", "workbook", "invoice-xml", "pdf", "image", "unknown"] as const;
export type FileKind = (typeof FILE_KINDS)[number];
