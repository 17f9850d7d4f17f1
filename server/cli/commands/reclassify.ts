import { listCanteenIds } from "../../../db/queries/canteens.ts";
import { LINE_STATUS_LABELS } from "../../../shared/drill-down.ts";
import { formatEuros } from "../../../shared/format/money.ts";
import type { Locale } from "../../../shared/locales.ts";
import type { Move, Moved } from "../../../shared/moves.ts";
import { addMoved, LINE_FACT_LABELS, NOTHING_MOVED } from "../../../shared/moves.ts";
import { reclassifyLines } from "../../actions/reclassify.ts";
import type { Command } from "../command.ts";

/** To be run after a change of the law: `check` says before it which verdicts are stale. */
export const reclassifyCommand: Command = {
  name: "reclassify",
  summary: {
    fr: "Classe à nouveau toutes les lignes par les règles de leur date, et dit ce qui a bougé.",
    en: "Classifies every line anew by the rules of its date, and says what moved.",
  },
  positionals: [],
  options: {
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  async run(call) {
    const context = (await call.open()).context();
    let moved = NOTHING_MOVED;
    for (const id of await listCanteenIds(context.reader))
      moved = addMoved(moved, await reclassifyLines(context, { kind: "canteen", id }));
    if (call.flag("json")) call.print(JSON.stringify(moved));
    else for (const line of describe(moved)) call.print(line);
    return 0;
  },
};

function describe({ lines, moves }: Moved): string[] {
  return [
    `${lines} lignes ont un autre verdict ou un autre motif.`,
    ...moves.map((move) => describeMove(move, "fr")),
    `${lines} lines have another verdict or another reason.`,
    ...moves.map((move) => describeMove(move, "en")),
  ];
}

function describeMove({ fact, from, to, lines, amountCents }: Move, locale: Locale): string {
  const [before, after] = [LINE_STATUS_LABELS[from][locale], LINE_STATUS_LABELS[to][locale]];
  const colon = locale === "fr" ? "\u00A0:" : ":";
  return `  ${LINE_FACT_LABELS[fact][locale]}${colon} ${before} → ${after}, ${lines}, ${formatEuros(amountCents, locale)}`;
}
