import * as z from "zod/mini";
import { dateField } from "../../shared/fields.ts";
import { idSchema } from "../../shared/ids.ts";
import { PERIOD_KINDS } from "../../shared/legumerie/indicator-periods.ts";
import { scenarioSchema, scenarioYear, tonnesField } from "../../shared/legumerie/scenario.ts";
import { readEdiblePrices } from "../actions/legumerie-edible-prices.ts";
import { readWorkshopIndicators } from "../actions/legumerie-indicators.ts";
import { legumerieProcedure, router } from "../trpc.ts";

const MOST_SIZES = 8;
/** Periods before and after a day are reckoned too: years have four digits there. */
const dayField = dateField.check(z.refine((day) => day >= "2000-01-01" && day <= "2100-12-31"));

export const legumerieIndicatorsRouter = router({
  read: legumerieProcedure("legumerie.read")
    .input(
      z.object({
        kind: z.enum(PERIOD_KINDS),
        day: dayField,
        productId: z._default(z.nullable(idSchema), null),
        mealGrams: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(2_000))), null),
      }),
    )
    .query(({ ctx, input }) =>
      readWorkshopIndicators(ctx.action.reader, { ...input, today: ctx.action.today }),
    ),
  ediblePrices: legumerieProcedure("legumerie.read")
    .input(z.object({ year: z.int().check(z.minimum(2000), z.maximum(2100)) }))
    .query(({ ctx, input }) => readEdiblePrices(ctx.action.reader, input)),
  scenario: legumerieProcedure("legumerie.read")
    .input(
      z.object({
        scenario: scenarioSchema,
        sizes: z.array(tonnesField).check(z.minLength(1), z.maxLength(MOST_SIZES)),
      }),
    )
    .query(({ input }) => input.sizes.map((tonnes) => scenarioYear(tonnes, input.scenario))),
});
