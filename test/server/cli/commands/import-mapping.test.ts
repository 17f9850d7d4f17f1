import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../../../server/cli/commands.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import { siretNumber } from "../../../support/purchase-files.ts";
import { installIn } from "../../../support/test-database.ts";

const SIRET = siretNumber(1);
const STATEMENT = `GROSSISTE DU NORD;;;;
Date BL;Désignation;Rayon;Montant HT;Bio
05/10/2025;Carottes râpées;Primeurs;"1 012,00";x
05/10/2025;Carottes râpées;Primeurs;"1 012,00";x
06/10/2025;Yaourts;Frais;10,80;
;TOTAL;;"2 034,80";
`;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-mapping-"));
  await writeFile(join(folder, "statement.csv"), Buffer.from(STATEMENT, "latin1"));
  await installIn(join(folder, "data"));
  expect((await run("demo", "--empty")).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const host = {
    commands: COMMANDS,
    env: { DATA_DIR: join(folder, "data") },
    print: (line: string) => out.push(line),
    note: (line: string) => err.push(line),
  };
  return { code: await runCli(host, words), out: out.join("\n"), err: err.join("\n") };
}

async function mappingFile(name: string, mapping: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof mapping === "string" ? mapping : JSON.stringify(mapping));
  return path;
}

const words = { famille_produits: { Primeurs: "FRUITS_ET_LEGUMES", Frais: "PRODUITS_LAITIERS" } };

test("--inspect writes the mapping to complete; completed, it imports the statement; the next one needs none", async () => {
  const file = join(folder, "statement.csv");
  const inspected = await run("import", file, "--inspect");
  expect(inspected.code).toBe(0);
  expect(inspected.err).toContain("Fournisseur");
  const guessed = JSON.parse(inspected.out);
  expect(guessed).toMatchObject({
    headerRow: 2,
    columns: { date: { column: "Date BL", index: 0 }, prix_ht: { column: "Montant HT" } },
    marks: { BIO: { column: "Bio", index: 4 } },
  });
  guessed.columns.fournisseur = { constant: "Grossiste du Nord" };
  const mapping = await mappingFile("whole.json", { ...guessed, values: words });
  const create = ["--canteen", SIRET, "--create-canteen", "--json"];
  const bare = await run("import", file, ...create);
  expect(bare.code).toBe(2);
  expect(bare.err).toContain("--inspect");
  const report = await run("import", file, "--mapping", mapping, ...create, "--repeats", "skip");
  expect(report.code).toBe(0);
  expect(JSON.parse(report.out)).toMatchObject({
    read: 3,
    created: 2,
    refused: 0,
    repeated: 1,
    skipped: 1,
    totalCents: 102_280,
    suppliersCreated: 1,
  });
  const next = join(folder, "next.csv");
  await writeFile(next, STATEMENT.replaceAll("/10/2025", "/11/2025"));
  const again = await run("import", next, "--canteen", SIRET, "--json");
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ read: 3, created: 3, repeated: 1, suppliersCreated: 0 });
});

test("--dry-run says which words and suppliers are to be answered, in JSON and in words", async () => {
  const file = join(folder, "questions.csv");
  await writeFile(
    file,
    "Date;Produit;Fournisseur;Rayon;Montant HT\n01/12/2025;Pommes;GROSSISTE DU NOR;Primeurs;3,00\n02/12/2025;Lait;Grossiste du Nord;BOF;2,00\n",
  );
  const guessed = (await run("import", file, "--inspect")).out;
  const mapping = await mappingFile(
    "questions.json",
    guessed.replace('"values": {}', '"values": {"famille_produits": {"Primeurs": "FRUITS_ET_LEGUMES"}}'),
  );
  const words = ["import", file, "--canteen", SIRET, "--mapping", mapping, "--dry-run"];
  const { supplierProposals, unknownWords } = JSON.parse((await run(...words, "--json")).out);
  expect(unknownWords).toEqual([]);
  expect(supplierProposals).toMatchObject([
    { name: "GROSSISTE DU NOR", rows: 1, candidates: [{ name: "Grossiste du Nord", reason: "spelling" }] },
  ]);
  expect((await run(...words)).out).toContain(
    "Même fournisseur ? « GROSSISTE DU NOR » et « Grossiste du Nord »",
  );
  const bare = await mappingFile("bare.json", guessed);
  const asked = await run("import", file, "--canteen", SIRET, "--mapping", bare, "--dry-run");
  expect(asked.out).toContain("famille_produits (1) : « Primeurs » est à traduire");
});

test("a mapping may be written by hand, columns by their header alone", async () => {
  const mapping = await mappingFile("short.json", {
    columns: {
      date: "date bl",
      description: "DESIGNATION",
      prix_ht: "Montant HT",
      fournisseur: { constant: "Autre" },
    },
  });
  const report = await run(
    ...["import", join(folder, "statement.csv"), "--canteen", SIRET, "--create-canteen"],
    ...["--mapping", mapping, "--dry-run", "--json"],
  );
  expect(JSON.parse(report.out)).toMatchObject({ read: 3, created: 0, refused: 3 });
  const other = join(folder, "other.csv");
  // An article that was never bought: the family of the others is remembered.
  await writeFile(other, STATEMENT.replaceAll("/10/2025", "/12/2025").replace("Yaourts", "Fromage blanc"));
  const dry = await run("import", other, "--canteen", SIRET, "--mapping", mapping, "--dry-run", "--json");
  expect(dry.code).toBe(0);
  expect(JSON.parse(dry.out)).toMatchObject({ read: 3, created: 3, totalCents: 203_480 });
  expect(JSON.parse(dry.out).corrections.map(({ code }: { code: string }) => code)).toContain(
    "FAMILY_ASSUMED",
  );
});

test.each([
  ["nowhere.json", null, "ne peut pas être lu"],
  ["broken.json", "{ columns: }", "n'est pas du JSON"],
  ["list.json", [], "un objet est attendu"],
  ["field.json", { columns: { prix: "Montant" } }, "« columns.prix » n'est pas compris"],
  ["order.json", { columns: { date: "Date" }, dateOrder: "YMD" }, "« dateOrder » n'est pas compris"],
  [
    "amount.json",
    { columns: { date: "Date BL", description: "Désignation", fournisseur: { constant: "A" } } },
    "prix_ht ou prix_ttc + taux_tva ou quantite + prix_unitaire_ht",
  ],
] as const)("a mapping that is %s is one clear sentence", async (name, mapping, sentence) => {
  const path = mapping === null ? join(folder, name) : await mappingFile(name, mapping);
  const { code, err } = await run(
    "import",
    join(folder, "statement.csv"),
    "--canteen",
    SIRET,
    "--mapping",
    path,
  );
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect(err.split("\n")).toHaveLength(2);
});

test("a column that the file does not have is an issue, the help shows an example", async () => {
  const mapping = await mappingFile("column.json", {
    columns: {
      date: "Date BL",
      description: "Article",
      prix_ht: "Montant HT",
      fournisseur: { constant: "A" },
    },
  });
  const { code, out } = await run(
    "import",
    join(folder, "statement.csv"),
    "--canteen",
    SIRET,
    "--mapping",
    mapping,
    "--json",
  );
  expect(code).toBe(2);
  expect(JSON.parse(out).issues).toMatchObject([{ row: 2, column: "Article", code: "MAPPING_COLUMN" }]);
  const help = await run("import", "--help");
  expect(help.out).toContain('"fournisseur": { "constant": "Grossiste du Nord" }');
});
