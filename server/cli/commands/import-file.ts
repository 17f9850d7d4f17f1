import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { listCanteenSirets } from "../../../db/queries/canteens.ts";
import { listFrozenYears } from "../../../db/queries/declarations.ts";
import { listOrganisations } from "../../../db/queries/organisations.ts";
import { isSiret, normaliseSiret } from "../../../shared/identifiers.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { DuplicateChoice, ImportReport } from "../../../shared/imports.ts";
import { DUPLICATE_CHOICES } from "../../../shared/imports.ts";
import type { InterpretOptions } from "../../../shared/purchase-file/interpret.ts";
import type { TableMapping } from "../../../shared/table-mapping/mapping.ts";
import type { SupplierProposal } from "../../../shared/table-mapping/questions.ts";
import type { ActionContext } from "../../action-context.ts";
import { hashOf } from "../../actions/hash-file.ts";
import { keepMapping, rememberedMapping } from "../../actions/import-mapping.ts";
import type { ImportOrder } from "../../actions/import-purchases.ts";
import { AppError } from "../../app-error.ts";
import { FILE_LIMITS } from "../../readers/file-refusal.ts";
import { readPurchaseFileAside } from "../../readers/read-aside.ts";
import { CliError } from "../cli-error.ts";
import type { CommandCall } from "../command.ts";
import { ANY_TABLE, inspect, readGivenMapping } from "./inspect-file.ts";
import { printImport } from "./print-import.ts";

/** Nobody else waits in this process. */
const LINES_AT_ONCE = 4_096;

/** Does what the command says, and returns its exit code. */
export async function importFile(call: CommandCall): Promise<number> {
  const [path = ""] = call.positionals;
  const chosen = readChosen(call);
  const duplicates = readChoice(call, "duplicates", "skip");
  const repeats = readChoice(call, "repeats", "keep");
  const bytes = await readBytes(path);
  if (call.flag("inspect")) return await inspect(call, bytes);
  const given = await readGivenMapping(call, bytes);
  const { context } = await call.open();
  const ctx = context();
  const order = await prepare(call, ctx, { path, bytes, chosen, duplicates, repeats, given });
  const dryRun = call.flag("dry-run");
  const { report, supplierProposals } = dryRun
    ? await preview(ctx, order)
    : { report: await write(ctx, order), supplierProposals: [] };
  if (given !== null && report.importId !== null) await keepGiven(ctx, order, given);
  if (order.file.header.length === 0 || order.file.issues.some(({ code }) => code === "HEADER_MISSING"))
    call.note(ANY_TABLE);
  const { file, fileName } = order;
  printImport(call, { report, file, supplierProposals, fileName, dryRun });
  return report.refused === 0 && report.issueCount === 0 && report.earlier === null ? 0 : 2;
}

interface Given {
  path: string;
  bytes: Uint8Array;
  /** SIRET; null: each row says its own. */
  chosen: string | null;
  duplicates: DuplicateChoice;
  repeats: DuplicateChoice;
  /** Of --mapping; null: not given. */
  given: TableMapping | null;
}

async function prepare(call: CommandCall, ctx: ActionContext, order: Given): Promise<ImportOrder> {
  const { path, bytes, chosen, duplicates, repeats } = order;
  const create = call.flag("create-canteen");
  const known = await listCanteenSirets(ctx.reader, null);
  const owner = known.find(({ siret }) => siret === chosen)?.organisation_id;
  if (chosen !== null && owner === undefined && !create) throw unknownCanteen(chosen);
  const organisationId = owner ?? (await chooseOrganisation(call, ctx, create));
  const canteens = known.filter((canteen) => canteen.organisation_id === organisationId);
  const options: InterpretOptions = {
    today: ctx.today,
    mode: call.flag("strict") ? "strict" : "forgiving",
    canteens: await Promise.all(
      canteens.map(async ({ id, siret }) => ({
        id,
        siret,
        frozenYears: await listFrozenYears(ctx.reader, id),
      })),
    ),
    chosen,
    create,
    mapping: order.given ?? (await rememberedMapping(ctx, { organisationId, bytes })),
  };
  const [file] = await Promise.all([
    readPurchaseFileAside(bytes, options, { maxBytes: FILE_LIMITS.localBytes }),
    // While another thread reads, what writes is loaded, and the bytes have their hash.
    import("../../actions/import-purchases.ts"),
    hashOf({ bytes }),
  ]);
  return {
    importId: newId(),
    organisationId,
    bytes,
    fileName: basename(path),
    file,
    canteens,
    duplicates,
    repeats,
    mapping: options.mapping ?? null,
    allOrNothing: call.flag("all-or-nothing"),
    creation: create ? { organisationId, commune: call.text("commune") ?? null } : null,
  };
}

async function write(ctx: ActionContext, order: ImportOrder): Promise<ImportReport> {
  const { importPurchases } = await import("../../actions/import-purchases.ts");
  return await importPurchases(ctx, order, { linesAtOnce: LINES_AT_ONCE }).catch(explain);
}

/** What the import would do, and the suppliers it would create that may be somebody known. */
async function preview(
  ctx: ActionContext,
  order: ImportOrder,
): Promise<{ report: ImportReport; supplierProposals: SupplierProposal[] }> {
  const { dryRunImport } = await import("../../actions/import-purchases.ts");
  const { proposeSuppliers } = await import("../../actions/propose-suppliers.ts");
  const { report, plan } = await dryRunImport(ctx, order);
  return { report, supplierProposals: await proposeSuppliers(ctx.reader, plan, order.mapping ?? null) };
}

async function keepGiven(ctx: ActionContext, order: ImportOrder, mapping: TableMapping): Promise<void> {
  const { organisationId, bytes } = order;
  await keepMapping(ctx, { organisationId, bytes, fileId: hashOf(order), mapping, name: null });
}

/** The only organisation, or the one of --organisation; a new one in a database that has none. */
async function chooseOrganisation(call: CommandCall, ctx: ActionContext, create: boolean): Promise<Id> {
  const asked = call.text("organisation");
  const organisations = await listOrganisations(ctx.reader);
  const [only, ...others] = organisations.filter(
    ({ id, name }) => asked === undefined || asked === id || asked === name,
  );
  if (only !== undefined && others.length === 0) return only.id;
  if (organisations.length === 0 && create && !call.flag("dry-run"))
    return await createOrganisation(call, ctx);
  if (organisations.length === 0)
    throw new CliError({
      fr: "La base n'a pas encore d'organisation : lancez d'abord npm run -s cli -- demo --empty, ou ajoutez --create-canteen.",
      en: "The database has no organisation yet: run npm run -s cli -- demo --empty first, or add --create-canteen.",
    });
  throw new CliError({
    fr: `Choisissez l'organisation par --organisation : ${organisations.map(({ name }) => name).join(", ")}.`,
    en: `Choose the organisation with --organisation: ${organisations.map(({ name }) => name).join(", ")}.`,
  });
}

async function createOrganisation(call: CommandCall, ctx: ActionContext): Promise<Id> {
  // Loaded here: hardly any import needs them.
  const { makePassword } = await import("../../security/passwords.ts");
  const { createFirstAdministrator } = await import("../../actions/create-first-administrator.ts");
  const password = makePassword();
  const email = "administration@bonnepart.example";
  const account = {
    organisationName: "Nouvelle organisation",
    name: "Administration",
    locale: "fr",
    territoryCode: null,
  } as const;
  await createFirstAdministrator(ctx, { ...account, email, password });
  call.note(
    `Organisation créée. Compte d'administration / Organisation created. Administrator: ${email}  ${password}`,
  );
  const [organisation] = await listOrganisations(ctx.db);
  if (organisation === undefined) throw new Error("the organisation was not created");
  return organisation.id;
}

function readChosen(call: CommandCall): string | null {
  const text = call.text("canteen");
  if (text === undefined) return null;
  const siret = normaliseSiret(text);
  if (/^\d{14}$/.test(siret) && (isSiret(siret) || !call.flag("create-canteen"))) return siret;
  throw new CliError({
    fr: `« ${text} » n'est pas un SIRET de 14 chiffres dont la clé est juste.`,
    en: `"${text}" is not a SIRET of 14 digits with a right check digit.`,
  });
}

function readChoice(
  call: CommandCall,
  name: "duplicates" | "repeats",
  usual: DuplicateChoice,
): DuplicateChoice {
  const text = call.text(name) ?? usual;
  const choice = DUPLICATE_CHOICES.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw new CliError({
    fr: `--${name} vaut « ${text} » : écrivez skip ou keep.`,
    en: `--${name} is "${text}": write skip or keep.`,
  });
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new CliError(
      { fr: `Le fichier ${path} ne peut pas être lu.`, en: `The file ${path} cannot be read.` },
      1,
      { cause },
    );
  }
}

function unknownCanteen(siret: string): CliError {
  return new CliError({
    fr: `Aucune cantine n'a le SIRET ${siret} : vérifiez-le, ou ajoutez --create-canteen pour la créer.`,
    en: `No canteen has the SIRET ${siret}: check it, or add --create-canteen to create it.`,
  });
}

function explain(error: unknown): never {
  if (error instanceof AppError && error.details.field === "commune")
    throw new CliError({
      fr: "La commune de --commune n'existe pas : donnez son code INSEE à 5 caractères.",
      en: "The commune of --commune does not exist: give its INSEE code of 5 characters.",
    });
  throw error;
}
