import type { RouterOutputs } from "../trpc.ts";

export type ContractList = RouterOutputs["clauses"]["contracts"];
export type ContractRow = ContractList["rows"][number];
export type ContractView = RouterOutputs["clauses"]["contract"];
export type ShownLot = ContractView["contract"]["lots"][number];
export type ShownClause = ShownLot["clauses"][number];
export type ShownProgress = NonNullable<ContractRow["progress"]>;
