import type { RouterOutputs } from "../trpc.ts";

export type ShownReport = RouterOutputs["council"]["report"];
export type Report = ShownReport["report"];
export type ReportSection = Report["sections"][number];
export type ReportRow = ReportSection["rows"][number];
