import type { Basis } from "../../shared/indicators/indicators.ts";
import { MoneyText, WholeWeightText } from "../ui/values.tsx";

/** A numerator or denominator in the unit of its basis: cents as euros, grams to the nearest kg. */
export function Amount({ units, basis }: { units: number; basis: Basis }): React.ReactNode {
  return basis === "value" ? <MoneyText cents={units} /> : <WholeWeightText grams={units} />;
}
