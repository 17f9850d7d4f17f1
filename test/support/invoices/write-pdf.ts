import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

export interface PdfAttachment {
  name: string;
  content: Uint8Array;
  /** Pinned to a place of the page instead of attached to the document. */
  pinned?: boolean;
  /** Named under /AF of the catalogue only, where the list of attachments does not show it. */
  associated?: boolean;
}

export interface PdfOptions {
  attachments: readonly PdfAttachment[];
  /** Attached files as they are, or packed. */
  packed?: boolean;
  /** Objects inside an object stream and a cross-reference stream, as PDF 1.5 allows. */
  objectStreams?: boolean;
  /** Encrypted for this user password; empty: anyone may open it. */
  password?: string;
}

interface PdfObject {
  /** Dictionary, or whole value. */
  body: string;
  stream?: Buffer;
}

/** A small PDF of one page with files attached, close to PDF/A-3: every byte of it stands here. */
export function writePdf(options: PdfOptions): Uint8Array {
  const objects = listObjects(options);
  const key = options.password === undefined ? null : encryption(options.password);
  if (key !== null) objects.push({ body: key.dictionary });
  return options.objectStreams === true ? writeCompact(objects) : writeClassic(objects, key);
}

/** Object 1 is the catalogue, 2 the pages, 3 the page, 4 its content; then two for each attachment. */
function listObjects({ attachments, packed = true }: PdfOptions): PdfObject[] {
  const first = 5;
  const pinned = attachments.flatMap(({ pinned: isPinned }, index) => (isPinned ? [index] : []));
  const attached = attachments.flatMap(({ pinned: isPinned }, index) => (isPinned ? [] : [index]));
  const annotation = first + 2 * attachments.length;
  const specOf = (index: number): string => `${first + 2 * index} 0 R`;
  const listed = attached.filter((index) => attachments[index]?.associated !== true);
  const names = listed.map((index) => `${literal(attachments[index]?.name ?? "")} ${specOf(index)}`);
  const list = names.length === 0 ? "" : `/Names << /EmbeddedFiles << /Names [${names.join(" ")}] >> >> `;
  const tree = attached.length === 0 ? "" : `${list}/AF [${attached.map(specOf).join(" ")}]`;
  const pins = pinned.map((_, place) => `${annotation + place} 0 R`).join(" ");
  return [
    { body: `<< /Type /Catalog /Pages 2 0 R ${tree} >>` },
    { body: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>" },
    {
      body: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >>${pins === "" ? "" : ` /Annots [${pins}]`} >>`,
    },
    { body: "<< >>", stream: Buffer.from("0 0 m 100 100 l S") },
    ...attachments.flatMap(({ name, content }, index) => [
      {
        body: `<< /Type /Filespec /F ${literal(name)} /UF ${literal(name)} /AFRelationship /Data /EF << /F ${first + 2 * index + 1} 0 R >> >>`,
      },
      embedded(content, packed),
    ]),
    ...pinned.map((index) => ({
      body: `<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30] /FS ${specOf(index)} >>`,
    })),
  ];
}

function embedded(content: Uint8Array, packed: boolean): PdfObject {
  const type = "/Type /EmbeddedFile /Subtype /text#2Fxml";
  if (!packed) return { body: `<< ${type} >>`, stream: Buffer.from(content) };
  return { body: `<< ${type} /Filter /FlateDecode >>`, stream: deflateSync(content) };
}

function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, "\\$&")})`;
}

function withStream(body: string, stream: Buffer): Buffer {
  const head = `${body.slice(0, -2)} /Length ${stream.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), stream, Buffer.from("\nendstream")]);
}

const HEAD = Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1");
const ID = createHash("md5").update("bonnepart").digest();

function writeClassic(objects: readonly PdfObject[], key: Encryption | null): Uint8Array {
  const parts: Buffer[] = [HEAD];
  const offsets: number[] = [];
  let at = HEAD.length;
  objects.forEach(({ body, stream }, index) => {
    const number = index + 1;
    const content =
      stream === undefined
        ? Buffer.from(body)
        : withStream(body, key === null ? stream : rc4(objectKey(key.key, number), stream));
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), content, Buffer.from("\nendobj\n")]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const encrypt = key === null ? "" : ` /Encrypt ${objects.length} 0 R`;
  const trailer = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /ID [<${ID.toString("hex")}> <${ID.toString("hex")}>]${encrypt} >>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(trailer)]));
}

/** Objects without a stream go into one object stream; the cross-reference is a stream too. */
function writeCompact(objects: readonly PdfObject[]): Uint8Array {
  const inside = objects.flatMap(({ stream }, index) => (stream === undefined ? [index + 1] : []));
  const container = objects.length + 1;
  const table = objects.length + 2;
  const bodies = inside.map((number) => objects[number - 1]?.body ?? "");
  let offset = 0;
  const index = inside.map((number, place) => {
    const entry = `${number} ${offset}`;
    offset += (bodies[place]?.length ?? 0) + 1;
    return entry;
  });
  const head = `${index.join(" ")} `;
  const packed = deflateSync(Buffer.from(head + bodies.join(" ")));
  const dictionary = `<< /Type /ObjStm /N ${inside.length} /First ${head.length} /Filter /FlateDecode >>`;
  const parts: Buffer[] = [HEAD];
  const rows: number[][] = [[0, 0, 255]];
  let at = HEAD.length;
  function put(number: number, content: Buffer): void {
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), content, Buffer.from("\nendobj\n")]);
    rows[number] = [1, at, 0];
    at += whole.length;
    parts.push(whole);
  }
  objects.forEach(({ body, stream }, place) => {
    if (stream !== undefined) put(place + 1, withStream(body, stream));
  });
  put(container, withStream(dictionary, packed));
  inside.forEach((number, place) => {
    rows[number] = [2, container, place];
  });
  rows[table] = [1, at, 0];
  const bytes = Buffer.concat(
    rows.map(([type = 0, where = 0, generation = 0]) => {
      const row = Buffer.alloc(6);
      row.writeUInt8(type, 0);
      row.writeUInt32BE(where, 1);
      row.writeUInt8(generation, 5);
      return row;
    }),
  );
  const start = at;
  const xref = `<< /Type /XRef /Size ${table + 1} /W [1 4 1] /Root 1 0 R /Filter /FlateDecode >>`;
  put(table, withStream(xref, deflateSync(bytes)));
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]));
}

interface Encryption {
  key: Buffer;
  dictionary: string;
}

const PADDING = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");
const PERMISSIONS = -4;

/** Standard security handler, revision 2 (RC4, 40 bits). */
function encryption(password: string): Encryption {
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([padded, owner, permissions, ID])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P ${PERMISSIONS} >>`;
  return { key, dictionary };
}

function objectKey(key: Buffer, number: number): Buffer {
  const suffix = Buffer.from([number & 0xff, (number >> 8) & 0xff, (number >> 16) & 0xff, 0, 0]);
  return md5(Buffer.concat([key, suffix])).subarray(0, 10);
}

function md5(content: Buffer): Buffer {
  return createHash("md5").update(content).digest();
}

function rc4(key: Buffer, content: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  function swap(one: number, other: number): void {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  }
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [a, b] = [0, 0];
  return Buffer.from(
    content.map((byte) => {
      a = (a + 1) & 255;
      b = (b + (state[a] ?? 0)) & 255;
      swap(a, b);
      return byte ^ (state[((state[a] ?? 0) + (state[b] ?? 0)) & 255] ?? 0);
    }),
  );
}
