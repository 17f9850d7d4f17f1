import { listCanteenIds } from "../../../db/queries/canteens.ts";
import { addMoved, NOTHING_MOVED } from "../../../shared/moves.ts";
import { reclassifyLines } from "../../actions/reclassify.ts";
import type { Command } from "../command.ts";
import { describeMoved } from "../print-moved.ts";

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
    else for (const line of describeMoved(moved)) call.print(line);
    return 0;
  },
};
