import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { paint } from "../pictures/paint.ts";
import { writePng } from "../pictures/png.ts";
import { shapesOf } from "../pictures/shapes.ts";
import { PICTURE_SIZE } from "../pictures/size.ts";
import type { PdfAnswer, PdfOrder } from "./write-pdf-aside.ts";

const TEMPLATES = fileURLToPath(new URL("./templates/", import.meta.url));
/** Compilations after which what is no longer used is forgotten. */
const KEPT_AGE = 4;

const compiler = NodeCompiler.create({ workspace: TEMPLATES });

parentPort?.on("message", (order: PdfOrder) => {
  parentPort?.postMessage(answer(order));
});

function pictureOf(svg: string): Uint8Array {
  return new Uint8Array(writePng(paint(shapesOf(svg), PICTURE_SIZE)));
}

function answer({ template, data, createdAt }: PdfOrder): PdfAnswer {
  const compiled = compiler.compile({
    mainFileContent: readFileSync(`${TEMPLATES}${template}.typ`, "utf8"),
    inputs: { data },
  });
  const document = compiled.result;
  if (document === null) {
    const error = compiled.takeError();
    return { ok: false, message: JSON.stringify(error?.shortDiagnostics ?? "not compiled") };
  }
  try {
    if (template === "vignette") return { ok: true, bytes: pictureOf(compiler.plainSvg(document)) };
    const pdf = compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp: createdAt });
    return { ok: true, bytes: new Uint8Array(pdf) };
  } catch (error) {
    return { ok: false, message: String(error) };
  } finally {
    compiler.evictCache(KEPT_AGE);
  }
}
