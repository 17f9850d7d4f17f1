import { listOrganisations } from "../../../db/queries/organisations.ts";
import type { ActionContext } from "../../action-context.ts";
import { AppError } from "../../app-error.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandCall } from "../command.ts";

const ADMINISTRATOR = "administration@bonnepart.example";

export const demoCommand: Command = {
  name: "demo",
  summary: {
    fr: "Charge les données de démonstration dans une base vide, ou la fin d'un chargement interrompu.",
    en: "Loads the demonstration into an empty database, or the rest of an interrupted load.",
  },
  positionals: [],
  options: {
    empty: {
      type: "boolean",
      summary: {
        fr: "Seulement une organisation vide et son compte d'administration.",
        en: "Only an empty organisation and its administrator's account.",
      },
    },
  },
  async run(call) {
    const installation = await call.open();
    const context = installation.context();
    try {
      await (call.flag("empty") ? createEmpty(call, context) : load(call, context));
    } catch (error) {
      if (error instanceof AppError && error.code === "CONFLICT") throw notEmpty();
      throw error;
    }
    return 0;
  },
};

async function load(call: CommandCall, context: ActionContext): Promise<void> {
  // Loaded here: no other command waits for it.
  const { DEMO_ACCOUNTS } = await import("../../demo/accounts.ts");
  const { loadDemonstration } = await import("../../demo/load.ts");
  const { loaded, today } = await loadDemonstration(context);
  if (!loaded) throw notEmpty();
  call.print(`Données de démonstration chargées jusqu'au ${today}. Comptes :`);
  call.print(`Demonstration loaded up to ${today}. Accounts:`);
  for (const { email, password, role } of DEMO_ACCOUNTS) call.print(`  ${email}  ${password}  ${role}`);
}

async function createEmpty(call: CommandCall, context: ActionContext): Promise<void> {
  if ((await listOrganisations(context.reader)).length > 0) throw notEmpty();
  const { makePassword } = await import("../../security/passwords.ts");
  const { createFirstAdministrator } = await import("../../actions/create-first-administrator.ts");
  const password = makePassword();
  await createFirstAdministrator(context, {
    organisationName: "Nouvelle organisation",
    name: "Administration",
    email: ADMINISTRATOR,
    password,
    locale: "fr",
    territoryCode: null,
  });
  call.print("Organisation vide créée. Compte d'administration :");
  call.print("Empty organisation created. Administrator's account:");
  call.print(`  ${ADMINISTRATOR}  ${password}`);
}

function notEmpty(): CliError {
  return new CliError({
    fr: "La base contient déjà des données : choisissez un autre dossier par DATA_DIR, ou videz celui-ci.",
    en: "The database already holds data: choose another folder with DATA_DIR, or empty this one.",
  });
}
