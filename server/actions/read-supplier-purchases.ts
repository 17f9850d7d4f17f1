import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listReliability } from "../../db/queries/reliability.ts";
import type { SupplierMonth } from "../../db/queries/supplier-spend.ts";
import { listSpendByCanteenMonth, listSpendOfCanteens } from "../../db/queries/supplier-spend.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { comparisonWindow } from "../../shared/comparison.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { monthsOf } from "../../shared/periods.ts";
import type { Reliability } from "../../shared/reliability.ts";

/** What one canteen bought there over twelve months. */
export interface SupplierCanteen {
  canteenId: Id;
  canteenName: string;
  amountCents: number;
  lines: number;
  /** Everything the canteen bought in the same months, HT cents. */
  wholeCents: number;
  /** Every month of the window, oldest first; no line: nothing was bought in it. */
  months: { month: IsoMonth; amountCents: number; lines: number }[];
}

export interface SupplierPurchases {
  fromMonth: IsoMonth;
  toMonth: IsoMonth;
  /** Largest spend first. */
  canteens: SupplierCanteen[];
  /** Null: no order to it was received over the window. */
  reliability: Reliability | null;
}

/** What these canteens bought from a supplier over twelve months, and how it delivered them. */
export async function readSupplierPurchases(
  reader: Kysely<Database>,
  { supplierId, canteenIds, today }: { supplierId: Id; canteenIds: readonly Id[]; today: IsoDate },
): Promise<SupplierPurchases> {
  return await readSnapshot(reader, async (trx) => {
    const { fromMonth, toMonth, from } = comparisonWindow(today);
    const period = { canteenIds, fromMonth, toMonth };
    const months = await listSpendByCanteenMonth(trx, { supplierId, ...period });
    const whole = await listSpendOfCanteens(trx, period);
    const [found] = await listReliability(trx, { supplierIds: [supplierId], canteenIds, from, to: today });
    const canteens = [...groupBy(months, ({ canteenId }) => canteenId).values()].flatMap((rows) =>
      canteenOf(rows, { whole, window: { fromMonth, toMonth } }),
    );
    const reliability = found === undefined ? null : withoutSupplier(found);
    return {
      fromMonth,
      toMonth,
      canteens: canteens.sort((a, b) => b.amountCents - a.amountCents),
      reliability,
    };
  });
}

function canteenOf(
  rows: readonly SupplierMonth[],
  { whole, window }: { whole: ReadonlyMap<Id, number>; window: MonthRange },
): SupplierCanteen[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { canteenId, canteenName } = first;
  const bought = new Map(rows.map((row) => [row.month, row]));
  return [
    {
      canteenId,
      canteenName,
      amountCents: rows.reduce((sum, row) => sum + row.amountCents, 0),
      lines: rows.reduce((sum, row) => sum + row.lines, 0),
      wholeCents: whole.get(canteenId) ?? 0,
      months: monthsOf(window).map((month) => {
        const { amountCents, lines } = bought.get(month) ?? { amountCents: 0, lines: 0 };
        return { month, amountCents, lines };
      }),
    },
  ];
}

function withoutSupplier({
  supplierId: _supplier,
  ...reliability
}: Reliability & { supplierId: Id }): Reliability {
  return reliability;
}
