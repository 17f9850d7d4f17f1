import { readFile } from "node:fs/promises";
import { invoiceRefusalSentence } from "../../../shared/invoice-sentences.ts";
import type { Invoice, InvoiceRefusalCode } from "../../../shared/invoices.ts";
import { invoiceJson } from "../../writers/invoice-json.ts";
import type { Command, CommandCall } from "../command.ts";
import { printInvoice } from "./print-invoice.ts";

export const readInvoiceCommand: Command = {
  name: "read-invoice",
  summary: {
    fr: "Lit des factures électroniques (Factur-X, UBL, CII, XRechnung, ZUGFeRD) sans base ; sort avec 2 si un fichier n'en est pas une, les autres étant tout de même écrits.",
    en: "Reads e-invoices (Factur-X, UBL, CII, XRechnung, ZUGFeRD) without a database; exits with 2 when a file is none, the others being printed all the same.",
  },
  positionals: ["FILE..."],
  options: {
    json: {
      type: "boolean",
      summary: {
        fr: "Toujours un tableau JSON, un objet par fichier, dans l'ordre donné : montants en centimes comme le fichier les écrit (multipliés par writtenSign : ce que le document ajoute aux achats) ; une facture illisible a error {code, message}.",
        en: "Always a JSON array, one object per file, in the order given: amounts in cents as the file writes them (times writtenSign: what the document adds to the purchases); an unreadable invoice has error {code, message}.",
      },
    },
  },
  async run(call) {
    const outcomes = await readAll(call);
    if (call.flag("json")) call.print(JSON.stringify(outcomes.map(toJson), null, 2));
    else for (const outcome of outcomes) if (outcome.ok) printInvoice(call, outcome);
    return outcomes.every(({ ok }) => ok) ? 0 : 2;
  },
};

type RefusalCode = InvoiceRefusalCode | "FILE_UNREADABLE";
type Outcome = { file: string } & ({ ok: true; invoice: Invoice } | { ok: false; code: RefusalCode });

/** Every file, one after another; those that are no invoice are said at once beside the result. */
async function readAll(call: CommandCall): Promise<Outcome[]> {
  // Loaded here: no other command waits for it.
  const { startInvoiceReader } = await import("../../readers/read-invoice-aside.ts");
  const reader = startInvoiceReader();
  const outcomes: Outcome[] = [];
  try {
    for (const file of call.positionals) {
      const bytes = await readFile(file).catch(() => null);
      const outcome: Outcome =
        bytes === null
          ? { file, ok: false, code: "FILE_UNREADABLE" }
          : { file, ...(await reader.read(new Uint8Array(bytes))) };
      if (!outcome.ok)
        call.note(
          `${file}: ${outcome.code}\n  ${sentence(outcome.code, "fr")}\n  ${sentence(outcome.code, "en")}`,
        );
      outcomes.push(outcome);
    }
  } finally {
    await reader.stop();
  }
  return outcomes;
}

function toJson(outcome: Outcome): object {
  if (outcome.ok) return { file: outcome.file, ...invoiceJson(outcome.invoice) };
  const { file, code } = outcome;
  return { file, error: { code, message: sentence(code, "fr") } };
}

function sentence(code: RefusalCode, locale: "fr" | "en"): string {
  if (code !== "FILE_UNREADABLE") return invoiceRefusalSentence(code, locale);
  return locale === "fr" ? "Le fichier ne peut pas être ouvert." : "The file cannot be opened.";
}
