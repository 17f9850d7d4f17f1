import { LINE_STATUS_LABELS } from "../../shared/drill-down.ts";
import { formatEuros } from "../../shared/format/money.ts";
import type { Locale } from "../../shared/locales.ts";
import type { Move, Moved } from "../../shared/moves.ts";
import { LINE_FACT_LABELS } from "../../shared/moves.ts";

/** What a reclassification moved, in both languages. */
export function describeMoved({ lines, moves, kept }: Moved): string[] {
  return [
    `${lines} lignes ont un autre verdict ou un autre motif.`,
    ...moves.map((move) => describeMove(move, "fr")),
    ...(kept === undefined
      ? []
      : [
          `${kept.lines} lignes d'années déclarées gardent leur verdict\u00A0: ${formatEuros(kept.amountCents, "fr")}`,
        ]),
    `${lines} lines have another verdict or another reason.`,
    ...moves.map((move) => describeMove(move, "en")),
    ...(kept === undefined
      ? []
      : [`${kept.lines} lines of declared years keep their verdict: ${formatEuros(kept.amountCents, "en")}`]),
  ];
}

function describeMove({ fact, from, to, lines, amountCents }: Move, locale: Locale): string {
  const [before, after] = [LINE_STATUS_LABELS[from][locale], LINE_STATUS_LABELS[to][locale]];
  const colon = locale === "fr" ? "\u00A0:" : ":";
  return `  ${LINE_FACT_LABELS[fact][locale]}${colon} ${before} → ${after}, ${lines}, ${formatEuros(amountCents, locale)}`;
}
