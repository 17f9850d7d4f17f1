import { CliError } from "./cli-error.ts";
import { startServer } from "./start-server.ts";

try {
  await startServer(process.env, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode);
}
