import { CliError } from "./cli-error.ts";
import { withOptions } from "./environment.ts";
import { startServer } from "./start-server.ts";

try {
  await startServer(withOptions(process.env, process.argv.slice(2)), (line) =>
    process.stdout.write(`${line}\n`),
  );
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode);
}
