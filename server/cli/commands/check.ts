import type { CubeCheck } from "../../actions/check-cube.ts";
import { recordCubeCheck } from "../../actions/record-cube-check.ts";
import type { Command } from "../command.ts";

const SHOWN = 20;

export const checkCommand: Command = {
  name: "check",
  summary: {
    fr: "Recalcule tous les chiffres depuis les lignes ; sort avec 1 si un seul diffère.",
    en: "Computes every figure again from the lines; exits with 1 when a single one differs.",
  },
  positionals: [],
  options: {
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  async run(call) {
    const check = await recordCubeCheck((await call.open()).context());
    if (call.flag("json")) call.print(JSON.stringify(check));
    else for (const line of describe(check)) call.print(line);
    return check.equal ? 0 : 1;
  },
};

function describe({ canteens, cells, lines, differences, staleVerdicts }: CubeCheck): string[] {
  const first = differences.slice(0, SHOWN).map(({ kept, computed }) => JSON.stringify({ kept, computed }));
  const stale = staleVerdicts.slice(0, SHOWN).map(({ canteenId, lineId }) => `${canteenId}/${lineId}`);
  return [
    `${canteens} cantines, ${lines} lignes, ${cells} cellules : ${differences.length} différences, ${staleVerdicts.length} verdicts dépassés.`,
    `${canteens} canteens, ${lines} lines, ${cells} cells: ${differences.length} differences, ${staleVerdicts.length} stale verdicts.`,
    ...first,
    ...stale,
  ];
}
