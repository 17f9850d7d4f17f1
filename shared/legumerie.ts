import * as z from "zod/mini";
import { communeField, dateField } from "./fields.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";
import { refusalSchema } from "./refusals.ts";

/** How vegetables leave the workshop. */
export const CUTS = ["WHOLE", "CUBES", "SLICES", "GRATED", "MINCED", "CHIPS"] as const;
export type Cut = (typeof CUTS)[number];

export const CUT_LABELS: Readonly<Record<Cut, Translated>> = {
  WHOLE: { fr: "entier épluché", en: "whole, peeled" },
  CUBES: { fr: "cubes", en: "cubes" },
  SLICES: { fr: "rondelles", en: "slices" },
  GRATED: { fr: "râpé", en: "grated" },
  MINCED: { fr: "émincé", en: "minced" },
  CHIPS: { fr: "frites", en: "chips" },
};

export const LOSS_CAUSES = ["PEELING", "TRIMMING", "SORTING", "EARTH", "BREAKAGE", "EXPIRED"] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

export const LOSS_CAUSE_LABELS: Readonly<Record<LossCause, Translated>> = {
  PEELING: { fr: "épluchage", en: "peeling" },
  TRIMMING: { fr: "parage", en: "trimming" },
  SORTING: { fr: "tri", en: "sorting" },
  EARTH: { fr: "terre", en: "earth" },
  BREAKAGE: { fr: "casse", en: "breakage" },
  EXPIRED: { fr: "périmé", en: "expired" },
};

export const LOSS_DESTINATIONS = ["COMPOST", "BIOGAS", "FEED", "GIFT", "WASTE"] as const;
export type LossDestination = (typeof LOSS_DESTINATIONS)[number];

export const LOSS_DESTINATION_LABELS: Readonly<Record<LossDestination, Translated>> = {
  COMPOST: { fr: "compost", en: "compost" },
  BIOGAS: { fr: "méthanisation", en: "biogas" },
  FEED: { fr: "alimentation animale", en: "animal feed" },
  GIFT: { fr: "don", en: "gift" },
  WASTE: { fr: "déchets", en: "waste" },
};

/** Organic stages a workshop may receive: the first year of conversion is not organic, and is `null`. */
export const LOT_STAGES = ["AB", "C2", "C3"] as const;
export type LotStage = (typeof LOT_STAGES)[number];

export const LOT_STAGE_LABELS: Readonly<Record<LotStage, Translated>> = {
  AB: { fr: "bio (AB)", en: "organic (AB)" },
  C2: { fr: "en conversion, 2e année", en: "in conversion, 2nd year" },
  C3: { fr: "en conversion, 3e année", en: "in conversion, 3rd year" },
};

/** Use-by dates usually given, in days after packing. */
export const USUAL_USE_BY_DAYS = [6, 10, 15] as const;

/** A lot or a batch holds at most 100 tonnes: more is a slip of the finger. */
export const MAX_LOT_GRAMS = 100_000_000;

const grams = z.int().check(z.minimum(1), z.maximum(MAX_LOT_GRAMS));
const cents = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const label = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(100)));

/** Vegetables received by the workshop, as the operator gives them. `id` is made by the client. */
export const lotSchema = z.object({
  id: idSchema,
  producerId: idSchema,
  productId: idSchema,
  variety: label,
  grossGrams: grams,
  /** HT, for the whole lot; 0 when worked for a fee. */
  priceHtCents: cents,
  harvestedOn: z.nullable(dateField),
  receivedOn: dateField,
  /** INSEE code of production; null: not known. */
  originCommune: z.nullable(communeField),
  /** Null: not organic. */
  organicStage: z.nullable(z.enum(LOT_STAGES)),
  supplierLot: label,
  /** Owners between the producer and the workshop. */
  intermediaries: z.int().check(z.minimum(0), z.maximum(8)),
  /** False: works for a fee (à façon), the goods stay the producer's. */
  owned: z.boolean(),
});
export type Lot = z.infer<typeof lotSchema>;

export const batchInputSchema = z.object({ lotId: idSchema, grams });

export const outputSchema = z.object({
  id: idSchema,
  productId: idSchema,
  netGrams: grams,
  /** Net grams of one pack; null: loose. */
  packGrams: z.nullable(grams),
  packedOn: dateField,
  useBy: dateField,
});
export type Output = z.infer<typeof outputSchema>;

export const lossSchema = z.object({
  id: idSchema,
  grams,
  cause: z.enum(LOSS_CAUSES),
  destination: z.enum(LOSS_DESTINATIONS),
});
export type Loss = z.infer<typeof lossSchema>;

/** One run of the workshop. Open (`endedOn` null) it may be saved again whole; once ended it never changes. */
export const batchSchema = z.object({
  id: idSchema,
  startedOn: dateField,
  endedOn: z.nullable(dateField),
  cut: z.enum(CUTS),
  /** As many as a purchase line may have communes of origin. */
  inputs: z.array(batchInputSchema).check(z.minLength(1), z.maxLength(20)),
  outputs: z.array(outputSchema).check(z.maxLength(50)),
  losses: z.array(lossSchema).check(z.maxLength(60)),
});
export type Batch = z.infer<typeof batchSchema>;

/** Why something else was delivered than what was asked. */
export const SUBSTITUTION_REASONS = ["SHORTAGE", "HARVEST", "MACHINE", "OTHER"] as const;
export type SubstitutionReason = (typeof SUBSTITUTION_REASONS)[number];

export const SUBSTITUTION_REASON_LABELS: Readonly<Record<SubstitutionReason, Translated>> = {
  SHORTAGE: { fr: "plus de stock", en: "out of stock" },
  HARVEST: { fr: "récolte insuffisante", en: "poor harvest" },
  MACHINE: { fr: "panne de machine", en: "machine breakdown" },
  OTHER: { fr: "autre raison", en: "other reason" },
};

export const deliveredOutputSchema = z.object({
  /** Id of the delivery, and of the canteen's purchase line. */
  id: idSchema,
  outputId: idSchema,
  /** Taken to the canteen. */
  grams,
  /** Refused by the canteen: not paid, back in the workshop's stock until the use-by date. */
  refusedGrams: z.int().check(z.minimum(0), z.maximum(MAX_LOT_GRAMS)),
  /** Why kilos were refused; null: none were. */
  refusal: z._default(z.nullable(refusalSchema), null),
  /** What it replaces; null: it is what was asked. */
  replaces: z._default(
    z.nullable(
      z.object({
        what: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
        reason: z.enum(SUBSTITUTION_REASONS),
      }),
    ),
    null,
  ),
  /** The canteen's request it answers; null: none. */
  requestId: z._default(z.nullable(idSchema), null),
  /** Ten-thousandths of a euro per kilo, HT. */
  unitPriceHtE4: z.int().check(z.minimum(0), z.maximum(1_000_000)),
});
export type DeliveredOutput = z.infer<typeof deliveredOutputSchema>;

/** One delivery note: it becomes one received order of the canteen, with the same id. */
export const deliverySchema = z.object({
  id: idSchema,
  canteenId: idSchema,
  deliveredOn: dateField,
  /** Number of the delivery note; null: none. */
  reference: label,
  outputs: z.array(deliveredOutputSchema).check(z.minLength(1), z.maxLength(50)),
});
export type Delivery = z.infer<typeof deliverySchema>;
