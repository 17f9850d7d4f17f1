import * as z from "zod/mini";
import { shareBpField } from "../fields.ts";
import { idSchema } from "../ids.ts";
import { INDICATORS } from "../indicators/indicators.ts";
import { periodSchema } from "../periods.ts";

/** Which purchases are looked at. */
export const pathAskedSchema = z.object({
  /** Neither year nor months: the twelve months that are over. */
  period: z._default(periodSchema, {}),
  certainty: z._default(z.enum(["strict", "declared"]), "strict"),
});

const MOST_SUPPLIERS = 200;

export const pathWishesSchema = z.object({
  /** Null: the highest target in force of each indicator. */
  targets: z._default(
    z.nullable(
      z
        .array(z.object({ indicator: z.enum(INDICATORS), shareBp: shareBpField }))
        .check(z.maxLength(INDICATORS.length)),
    ),
    null,
  ),
  maxChanges: z._default(z.nullable(z.int().check(z.gte(0), z.lte(1000))), null),
  /** HT. */
  budgetCentsPerMeal: z._default(z.nullable(z.int().check(z.gte(1), z.lte(100_000))), null),
  keptSuppliers: z._default(z.array(idSchema).check(z.maxLength(MOST_SUPPLIERS)), []),
  capacities: z._default(
    z
      .array(z.object({ supplierId: idSchema, kg: z.int().check(z.gte(0), z.lte(1_000_000)) }))
      .check(z.maxLength(MOST_SUPPLIERS)),
    [],
  ),
  /** Also switches that bring no target nearer and only save money. */
  savings: z._default(z.boolean(), false),
});
export type PathWishes = z.infer<typeof pathWishesSchema>;
