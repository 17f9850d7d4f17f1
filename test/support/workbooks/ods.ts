import type { SheetCell, SheetSpec } from "./cells.ts";
import { xmlText } from "./cells.ts";
import { writeZip } from "./zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = ["office", "table", "text"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const TYPE = "application/vnd.oasis.opendocument.spreadsheet";

/** An ODS workbook written from the specification, without any library; a sheet ends with a thousand empty cells. */
export function odsOf(sheets: readonly SheetSpec[]): Uint8Array {
  const tables = sheets.map(({ name, rows, firstRow = 1 }) => {
    const above =
      firstRow > 1
        ? `<table:table-row table:number-rows-repeated="${firstRow - 1}"><table:table-cell/></table:table-row>`
        : "";
    const body = rows.map((cells) => `<table:table-row>${rowXml(cells)}</table:table-row>`).join("");
    const end =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>';
    return `<table:table table:name="${xmlText(name)}">${above}${body}${end}</table:table>`;
  });
  return writeZip([
    { name: "mimetype", content: TYPE },
    {
      name: "META-INF/manifest.xml",
      content: `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
    {
      name: "content.xml",
      content: `${HEAD}<office:document-content ${NAMESPACES} office:version="1.2"><office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}

function rowXml(cells: readonly SheetCell[]): string {
  return `${cells.map(cellXml).join("")}<table:table-cell table:number-columns-repeated="1000"/>`;
}

function cellXml(cell: SheetCell): string {
  if (cell === null) return "<table:table-cell/>";
  if (typeof cell === "boolean")
    return typed("boolean", `office:boolean-value="${cell}"`, cell ? "VRAI" : "FAUX");
  if (typeof cell === "number")
    return typed("float", `office:value="${cell}"`, String(cell).replace(".", ","));
  if (typeof cell === "string") {
    const text = cell.split("\n").map(xmlText).join("<text:line-break/>");
    return `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  }
  if ("day" in cell)
    return typed("date", `office:date-value="${cell.day}"`, cell.day.split("-").reverse().join("/"));
  if ("number" in cell) return typed("float", `office:value="${cell.number}"`, cell.number);
  if ("percent" in cell)
    return typed(
      "percentage",
      `office:value="${cell.percent}"`,
      `${String(cell.percent * 100).replace(".", ",")} %`,
    );
  return typed(
    "float",
    `table:formula="of:${xmlText(cell.formula)}" office:value="${cell.value}"`,
    String(cell.value),
  );
}

function typed(type: string, attributes: string, shown: string): string {
  return `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${xmlText(shown)}</text:p></table:table-cell>`;
}
