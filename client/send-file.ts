import type { DroppedFile } from "../shared/imports.ts";

/** Why a file did not reach the server, or is of no use there. */
export type SendRefusal = "too-large" | "empty" | "unknown-kind" | "network";

export class SendRefused extends Error {
  override readonly name = "SendRefused";
  readonly reason: SendRefusal;

  constructor(reason: SendRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Gives the file to the server, which keeps it until it is imported. */
export async function sendFile(
  file: File,
  address: "/files/imports" | "/files/price-lists" = "/files/imports",
): Promise<DroppedFile> {
  if (file.size === 0) throw new SendRefused("empty");
  const body = new FormData();
  body.append("file", file);
  const answer = await fetch(address, { method: "POST", headers: { "x-bonnepart": "1" }, body });
  const read: unknown = await answer.json();
  if (isDropped(read)) {
    if (read.kind === "unknown") throw new SendRefused("unknown-kind");
    return read;
  }
  throw new SendRefused(isTooLarge(read) ? "too-large" : "network");
}

/** The server alone knows how large a file may be here. */
function isTooLarge(read: unknown): boolean {
  return JSON.stringify(read).includes(`"file-too-large"`);
}

function isDropped(read: unknown): read is DroppedFile {
  return (
    typeof read === "object" &&
    read !== null &&
    "fileId" in read &&
    "kind" in read &&
    typeof read.fileId === "string"
  );
}
