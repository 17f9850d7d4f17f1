import { useId } from "react";
import type { Ratio } from "../../shared/cells.ts";
import type { Indicator as Colour } from "../ui/theme.ts";
import classes from "./map.module.css";
import { CLASS_STRENGTHS, rateClass } from "./rate-classes.ts";

export interface RatePaint {
  /** Definitions that the drawing must hold. */
  defs: React.ReactNode;
  fill: (rate: Ratio) => string;
  fillOfClass: (rank: number | null) => string;
}

/** What is drawn over each class beside its colour: nothing, dots, lines, crossed lines, nothing on the darkest. */
const MARKS: readonly (string | null)[] = [null, "M1.5 1.5h2v2h-2z", "M0 6L6 0", "M0 6L6 0M0 0L6 6", null];

/** Colour and pattern of a rate: neither speaks alone. */
export function useRatePaint(colour: Colour): RatePaint {
  const id = useId();
  const tone = (rank: number): string =>
    `color-mix(in srgb, var(--bp-${colour}) ${CLASS_STRENGTHS[rank] ?? 100}%, var(--mantine-color-white))`;
  const fillOfClass = (rank: number | null): string =>
    rank === null ? "var(--mantine-color-white)" : `url(#${id}-${rank})`;
  return {
    defs: (
      <defs>
        {MARKS.map((mark, rank) => (
          <pattern
            key={CLASS_STRENGTHS[rank]}
            id={`${id}-${rank}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
          >
            <rect width="6" height="6" style={{ fill: tone(rank) }} />
            {mark !== null && <path d={mark} className={classes.mark} />}
          </pattern>
        ))}
      </defs>
    ),
    fill: (rate) => fillOfClass(rateClass(rate)),
    fillOfClass,
  };
}

const SMALLEST = 5;

/** Radius in pixels whose surface is the amount's share of the largest one. */
export function radiusOf(
  amountCents: number,
  { largestCents, most }: { largestCents: number; most: number },
): number {
  if (amountCents <= 0 || largestCents <= 0) return SMALLEST;
  return Math.max(SMALLEST, Math.sqrt(amountCents / largestCents) * most);
}
