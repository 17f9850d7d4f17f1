import { runFigures } from "../support/figures.ts";

process.exitCode = await runFigures(import.meta.dirname, process.argv.slice(2));
