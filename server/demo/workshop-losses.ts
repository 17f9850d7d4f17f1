import { apportionCents } from "../../shared/money.ts";
import type { Random } from "../../shared/random.ts";
import type { DemoProduct } from "./product-model.ts";
import { required } from "./table.ts";

/** Grams lost, why, and where they go. */
export interface Loss {
  cause: "PEELING" | "TRIMMING" | "SORTING" | "EARTH" | "BREAKAGE" | "EXPIRED";
  destination: "COMPOST" | "BIOGAS" | "FEED" | "GIFT" | "WASTE";
  grams: number;
}

/** Machines peel deeper than a knife, and French leeks keep more green: points beside the reference, basis points. With old stock, workshops lose 25 % in all, and up to 40 % of their potatoes, as real ones publish. */
const BESIDE_REFERENCE_BP: Readonly<Record<string, readonly [low: number, high: number]>> = {
  carotte: [700, 1700],
  "pomme-de-terre": [-1700, 1500],
  "celeri-rave": [0, 800],
  "chou-rouge": [-900, -100],
  betterave: [-1600, -700],
  poireau: [-3300, -2600],
  navet: [-700, 100],
  potiron: [-1100, -300],
  oignon: [0, 500],
};

const SHARES = [
  { cause: "PEELING", weight: 52 },
  { cause: "TRIMMING", weight: 22 },
  { cause: "SORTING", weight: 15 },
  { cause: "EARTH", weight: 8 },
  { cause: "BREAKAGE", weight: 3 },
] as const;

const DESTINATIONS = {
  PEELING: ["FEED", "COMPOST", "BIOGAS"],
  TRIMMING: ["COMPOST", "BIOGAS", "FEED"],
  SORTING: ["GIFT", "FEED", "COMPOST"],
  EARTH: ["WASTE"],
  BREAKAGE: ["WASTE"],
  EXPIRED: ["COMPOST", "WASTE"],
} as const satisfies Record<Loss["cause"], readonly [Loss["destination"], ...Loss["destination"][]]>;

/** What preparing a vegetable loses that day, basis points of the gross weight. */
export function lossBp(raw: DemoProduct, random: Random): number {
  const [low, high] = required(BESIDE_REFERENCE_BP[raw.key], raw.key);
  return required(raw.refuseBp, raw.key) + random.between(low, high);
}

/** The grams lost in preparation and those of old stock, cut by cause; they add up exactly. */
export function splitLosses(lost: { prepared: number; expired: number }, random: Random): Loss[] {
  const weights = SHARES.map(({ weight }) => weight * random.between(80, 120));
  const parts = apportionCents(lost.prepared, weights);
  const losses = SHARES.map(({ cause }, index) => lossOf(cause, parts[index] ?? 0, random));
  return [...losses, lossOf("EXPIRED", lost.expired, random)].filter(({ grams }) => grams > 0);
}

function lossOf(cause: Loss["cause"], grams: number, random: Random): Loss {
  return { cause, destination: random.pick<Loss["destination"]>(DESTINATIONS[cause]), grams };
}
