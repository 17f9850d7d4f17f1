import type { SheetCell, SheetSpec } from "./cells.ts";
import { columnName, serialOf, xmlText } from "./cells.ts";
import type { ZipEntry } from "./zip.ts";
import { writeZip } from "./zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** Style 1 is a French day, style 2 a percentage, style 3 plain digits. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

interface XlsxOptions {
  /** Strings stand in a table of their own, as Excel writes them; else inside each cell. */
  shared?: boolean;
  deflate?: boolean;
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  from1904?: boolean;
}

/** An XLSX workbook written from the specification, without any library. */
export function xlsxOf(
  sheets: readonly SheetSpec[],
  { shared = false, deflate = false, from1904 = false }: XlsxOptions = {},
): Uint8Array {
  const strings: string[] = [];
  const bodies = sheets.map((sheet) => sheetXml(sheet, { strings: shared ? strings : null, from1904 }));
  const entries: ZipEntry[] = [
    { name: "[Content_Types].xml", content: contentTypes(sheets.length, shared) },
    {
      name: "_rels/.rels",
      content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: "xl/workbook.xml", content: workbookXml(sheets, from1904) },
    { name: "xl/_rels/workbook.xml.rels", content: workbookRelations(sheets.length, shared) },
    { name: "xl/styles.xml", content: HEAD + STYLES },
    ...bodies.map((content, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content })),
  ];
  if (shared) entries.push({ name: "xl/sharedStrings.xml", content: sharedStrings(strings) });
  return writeZip(entries.map((entry) => ({ ...entry, deflate })));
}

function sheetXml(
  { rows, merges = [], firstRow = 1 }: SheetSpec,
  how: { strings: string[] | null; from1904: boolean },
): string {
  const body = rows.map((cells, index) => {
    const number = firstRow + index;
    const xml = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`, how)).join("");
    return xml === "" ? "" : `<row r="${number}">${xml}</row>`;
  });
  const merged =
    merges.length === 0
      ? ""
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join("")}</sheetData>${merged}</worksheet>`;
}

function cellXml(
  cell: SheetCell,
  at: string,
  { strings, from1904 }: { strings: string[] | null; from1904: boolean },
): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") {
    if (strings === null)
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
    const known = strings.indexOf(cell);
    return `<c r="${at}" t="s"><v>${known === -1 ? strings.push(cell) - 1 : known}</v></c>`;
  }
  if ("day" in cell) return `<c r="${at}" s="1"><v>${serialOf(cell) - (from1904 ? 1462 : 0)}</v></c>`;
  if ("number" in cell) return `<c r="${at}" s="3"><v>${cell.number}</v></c>`;
  if ("percent" in cell) return `<c r="${at}" s="2"><v>${cell.percent}</v></c>`;
  const isText = typeof cell.value === "string";
  const value = isText ? xmlText(String(cell.value)) : cell.value;
  return `<c r="${at}"${isText ? ' t="str"' : ""}><f>${xmlText(cell.formula)}</f><v>${value}</v></c>`;
}

function contentTypes(count: number, shared: boolean): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  const strings = shared
    ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>`
    : "";
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets.join("")}${strings}</Types>`;
}

function workbookXml(sheets: readonly SheetSpec[], from1904: boolean): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const properties = from1904 ? '<workbookPr date1904="1"/>' : "";
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${list.join("")}</sheets></workbook>`;
}

function workbookRelations(count: number, shared: boolean): string {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const list = Array.from({ length: count }, (_, index) =>
    relation(index + 1, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  list.push(relation(count + 1, "styles", "styles.xml"));
  if (shared) list.push(relation(count + 2, "sharedStrings", "sharedStrings.xml"));
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function sharedStrings(strings: readonly string[]): string {
  const items = strings.map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
  return `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${items.join("")}</sst>`;
}
