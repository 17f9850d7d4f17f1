import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCountedLines } from "../../db/queries/counted-lines.ts";
import type { DateKind } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import type { Id } from "../../shared/ids.ts";
import type { PredicateRow } from "../../shared/indicators/predicate.ts";
import type { JudgedAmounts } from "../../shared/indicators/rate-change-items.ts";
import { ruleSetsEarlier } from "../../shared/law/rule-sets.ts";
import { lineClassifier } from "../../shared/line-classifier.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { addMonths } from "../../shared/periods.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { lineOfRow } from "./line-rows.ts";
import { loadSurroundings, sourcesOfLines } from "./surroundings.ts";

/** The lines of a canteen in one period, each with what it counts for and what it would have counted for. */
export interface LineElsewhen extends Pick<JudgedAmounts, "canteenId" | "supplierId" | "family"> {
  own: PredicateRow;
  /** Under the definition of « local » and the rules of the law in force on the same day of the other period. */
  elsewhen: PredicateRow;
  amountCents: number;
  weightGrams: number | null;
}

/**
 * The counted lines of a canteen, classified again under the definition of « local » and the rules of the law of
 * `monthsLater` months later (or earlier, when negative); everything else stays as on the line's day.
 */
export async function judgeElsewhen(
  db: Kysely<Database>,
  canteenId: Id,
  asked: { range: MonthRange; monthsLater: number; filter: FigureFilter },
): Promise<LineElsewhen[]> {
  const { range, monthsLater, filter } = asked;
  const lines = await listCountedLines(db, canteenId, { range, filter });
  const surroundings = await loadSurroundings(db, canteenId, sourcesOfLines(lines));
  const classify = lineClassifier(withRulesOf(surroundings, monthsLater));
  return lines.map((row) => {
    const family = row.family as Family;
    const verdict = classify({
      line: lineOfRow(row),
      supplierId: row.supplier_id,
      date: row.counted_on,
      dateKind: row.date_kind as DateKind,
    });
    const { strictCategory, declaredCategory, marks } = verdict;
    return {
      canteenId,
      supplierId: row.supplier_id,
      family,
      own: {
        family,
        strictCategory: row.strict_category as PredicateRow["strictCategory"],
        declaredCategory: row.declared_category as PredicateRow["declaredCategory"],
        marks: row.marks,
      },
      elsewhen: { family, strictCategory, declaredCategory, marks },
      amountCents: row.amount_ht_cents,
      weightGrams: row.weight_grams,
    };
  });
}

/** The same definitions and rules of the law, each as much earlier as the day that is asked of them is later. */
function withRulesOf(surroundings: Surroundings, monthsLater: number): Surroundings {
  const definitions = surroundings.definitions.map((definition) => {
    const month = addMonths(definition.validFrom.slice(0, 7), -monthsLater);
    return { ...definition, validFrom: `${month}${definition.validFrom.slice(7)}` };
  });
  return { ...surroundings, definitions, ruleSets: ruleSetsEarlier(monthsLater) };
}
