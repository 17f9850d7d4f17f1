import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readInvoiceCommand } from "../../../../server/cli/commands/read-invoice.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import { food, write } from "../../../support/invoices/case.ts";
import { writePdf } from "../../../support/invoices/write-pdf.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-invoice-"));
  const credit = write("ubl", food({ number: "A-1", type: "381", creditRoot: true }));
  await writeFile(join(folder, "facture.xml"), write("cii", food()));
  await writeFile(join(folder, "avoir.xml"), credit);
  await writeFile(join(folder, "photo.pdf"), writePdf({ attachments: [] }));
  await writeFile(join(folder, "note.txt"), "bonjour");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** No database can be opened there: the command must not need one. */
async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const host = {
    commands: [{ name: readInvoiceCommand.name, load: async () => readInvoiceCommand }],
    env: { DATA_DIR: "/proc/nowhere" },
    print: (line: string) => out.push(line),
    note: (line: string) => err.push(line),
  };
  const code = await runCli(host, ["read-invoice", ...words]);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("read-invoice", () => {
  test("--json is an array even of one, numbers with their digits and cents as written", async () => {
    const { code, out, err } = await run("--json", join(folder, "facture.xml"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain('"unitPrice": 2.5,');
    expect(JSON.parse(out)).toMatchObject([
      {
        file: join(folder, "facture.xml"),
        number: "F2026-0117",
        date: "2026-10-05",
        type: "380",
        currency: "EUR",
        seller: { siren: "900000019", siret: "90000001900019", vat: "FR25900000019" },
        lines: [
          { id: "1", quantity: 10, unit: "KGM", unitPrice: 2.5, netCents: 2500, vatRate: 5.5 },
          { id: "2" },
        ],
        totals: { linesCents: 5260 },
        issues: [],
      },
    ]);
  });

  test("several files come in their order; one that is no invoice has its reason, and the exit code is 2", async () => {
    const names = ["avoir.xml", "photo.pdf", "absent.xml", "note.txt", "facture.xml"];
    const { code, out, err } = await run(...names.map((name) => join(folder, name)), "--json");
    expect(code).toBe(2);
    const [credit, ...rest] = JSON.parse(out);
    expect(credit).toMatchObject({ kind: "CREDIT_NOTE", writtenSign: -1, lines: [{ netCents: 2500 }, {}] });
    expect(rest.map((each: { error?: { code: string } }) => each.error?.code)).toEqual([
      "INVOICE_PDF_NO_DATA",
      "FILE_UNREADABLE",
      "INVOICE_TYPE",
      undefined,
    ]);
    for (const name of ["photo.pdf", "absent.xml", "note.txt"]) expect(err).toContain(name);
    expect(err).toContain("PDF sans données");
    expect(err).not.toContain("facture.xml");
  });

  test("without --json a credit note lowers the purchases", async () => {
    const { code, out } = await run(join(folder, "avoir.xml"));
    expect(code).toBe(0);
    expect(out).toContain("Avoir A-1 du 05/10/2026");
    expect(out).toMatch(/Carottes de sable .*−25,00\u00A0€/);
    expect(out).toMatch(/Somme des lignes .*−52,60\u00A0€/);
  });

  test("it wants a file", async () => {
    expect((await run("--json")).code).toBe(1);
  });
});
