import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import type { ExportedLine } from "../../db/queries/exported-lines.ts";
import { listExportedLines } from "../../db/queries/exported-lines.ts";
import { listLocalDefinitions } from "../../db/queries/local-definitions.ts";
import { listVerdicts } from "../../db/queries/verdicts.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { Category, LineCategory } from "../../shared/categories.ts";
import { CATEGORIES } from "../../shared/categories.ts";
import type { Origin, Verdict } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import { localDefinitionOn } from "../../shared/local-definitions.ts";
import { hasMark } from "../../shared/marks.ts";
import { AppError } from "../app-error.ts";
import type { PurchaseLine } from "../writers/purchase-file.ts";

const PAGE = 5_000;

/**
 * The purchases of a canteen's civil year for the State's platform: every counted line, with what is confirmed or
 * declared of it, since the platform has no notion of proof. NOT_FOUND when there is no such canteen.
 */
export function exportPurchases(
  db: Kysely<Database>,
  { canteenId, year }: { canteenId: Id; year: number },
): Promise<PurchaseLine[]> {
  return readSnapshot(db, async (trx) => {
    const canteen = await findCanteen(trx, canteenId);
    if (canteen === undefined) throw new AppError("NOT_FOUND");
    const definitions = await listLocalDefinitions(trx, canteen.organisationId);
    const verdicts = new Map<string, Verdict>();
    const lines: PurchaseLine[] = [];
    let after: ExportedLine | null = null;
    for (;;) {
      const page: ExportedLine[] = await listExportedLines(trx, { canteenId, year }, { after, limit: PAGE });
      const wanted = [...new Set(page.map((line) => line.verdict_id))].filter((id) => !verdicts.has(id));
      for (const [id, verdict] of await listVerdicts(trx, canteenId, wanted)) verdicts.set(id, verdict);
      for (const line of page)
        lines.push(
          purchaseOf(line, { siret: canteen.siret, definitions, verdict: verdicts.get(line.verdict_id) }),
        );
      after = page.at(-1) ?? null;
      if (after === null || page.length < PAGE) return lines;
    }
  });
}

function purchaseOf(
  line: ExportedLine,
  {
    siret,
    definitions,
    verdict,
  }: {
    siret: string;
    definitions: readonly DatedLocalDefinition[];
    verdict: Verdict | undefined;
  },
): PurchaseLine {
  return {
    siret,
    description: line.description,
    supplierName: line.supplier_name,
    date: line.counted_on,
    amountHtCents: line.amount_ht_cents,
    family: line.family as Family,
    categories: categoriesOf(line.declared_category as LineCategory, verdict?.also ?? []),
    origin: originOf(line.marks),
    short: hasMark(line.marks, "SHORT", "declared"),
    local: hasMark(line.marks, "LOCAL", "declared"),
    definition: localDefinitionOn(definitions, line.counted_on),
  };
}

/** What the line counts under, then its other true marks. */
function categoriesOf(counted: LineCategory, also: readonly Category[]): Category[] {
  const others = CATEGORIES.filter((category) => category !== counted && also.includes(category));
  return counted === "NON_EGALIM" ? others : [counted, ...others];
}

function originOf(marks: number): Origin | null {
  if (hasMark(marks, "FRANCE", "declared")) return "FRANCE";
  return hasMark(marks, "EUROPE", "declared") ? "EUROPE" : null;
}
