import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import type { SoldOutputRow } from "../../db/queries/legumerie-outputs.ts";
import { listOutputMoves, listSoldOutputs } from "../../db/queries/legumerie-outputs.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { leftFrom } from "../../shared/legumerie/stock.ts";

/** The workshop's output lots with what may leave them on that day, so that no later stock is negative; not the unknown. */
export async function readOutputsOn(
  trx: Transaction<Database>,
  { legumerieId, outputIds, day }: { legumerieId: Id; outputIds: readonly Id[]; day: IsoDate },
): Promise<Map<Id, SoldOutputRow>> {
  const outputs = await listSoldOutputs(trx, { legumerieId, outputIds });
  const moves = await listOutputMoves(trx, { legumerieId, outputIds });
  for (const [id, output] of outputs) {
    const netGrams = output.leftGrams + output.takenGrams;
    output.leftGrams = leftFrom({ netGrams, moves: moves.get(id) ?? [] }, day);
  }
  return outputs;
}
