import { putCubeCheck } from "../../db/queries/cube-state.ts";
import type { ActionContext } from "../action-context.ts";
import type { CubeCheck } from "./check-cube.ts";
import { checkCube } from "./check-cube.ts";

/** Compares the cube and the verdicts with the lines, and keeps for /health whether they are equal. */
export async function recordCubeCheck(ctx: ActionContext): Promise<CubeCheck & { equal: boolean }> {
  const check = await checkCube(ctx.reader);
  const { differences, staleVerdicts, brokenDeclarations } = check;
  const equal = differences.length + staleVerdicts.length + brokenDeclarations.length === 0;
  await putCubeCheck(ctx.db, { checkedAt: ctx.now, equal });
  return { ...check, equal };
}
