import { createHash } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { insertCertificate } from "../../db/queries/certificates.ts";
import { newId } from "../../shared/ids.ts";
import type { Role } from "../../shared/permissions.ts";
import { MAX_PROOF_BYTES } from "../../shared/proof-files.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { NOW, seedCanteen, seedOrganisation, seedSupplier } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import type { TestWeb } from "../support/web.ts";
import { startWeb, Visitor } from "../support/web.ts";

const BOUNDARY = "----bonnepart";
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n");

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let web: TestWeb;
let canteenId: string;
let manager: Visitor;
let kitchen: Visitor;

describe.each(ENGINES)("on %s", (engine) => {
  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    web = await startWeb(opened);
    const { organisationId } = await seedOrganisation(opened.db);
    canteenId = (await seedCanteen(opened.db, { organisationId })).id;
    manager = await signIn("manager");
    kitchen = await signIn("kitchen");
  });
  afterAll(async () => {
    await web.stop();
    await opened.close();
    await database.remove();
  });

  async function signIn(role: Role): Promise<Visitor> {
    const { email } = await seedPerson(opened.db, {
      grants: [{ role, scopeKind: "canteen", scopeId: canteenId }],
    });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    expect(visitor.cookie).not.toBeNull();
    return visitor;
  }

  interface Answer {
    status: number;
    json: { error?: string; details?: { reason?: string }; id?: string; name?: string; mediaType?: string };
  }

  interface Upload {
    body: Buffer;
    cookie?: string | null;
    headers?: Record<string, string>;
    /** Does not announce its length. */
    chunked?: boolean;
  }

  function post({ body, cookie = manager.cookie, headers = {}, chunked = false }: Upload): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          port: web.port,
          path: "/files/proofs",
          method: "POST",
          headers: {
            host: `localhost:${web.port}`,
            "sec-fetch-site": "same-origin",
            "x-bonnepart": "1",
            "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
            ...(chunked ? { "transfer-encoding": "chunked" } : { "content-length": String(body.length) }),
            ...(cookie === null ? {} : { cookie }),
            ...headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("end", () =>
            resolve({
              status: answer.statusCode ?? 0,
              json: JSON.parse(Buffer.concat(chunks).toString() || "{}"),
            }),
          );
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  }

  function form(content: Buffer, name = "certificat.pdf"): Buffer {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  }

  function pdfOf(size: number): Buffer {
    return Buffer.concat([PDF, Buffer.alloc(size - PDF.length, 0x20)]);
  }

  async function kept(): Promise<number> {
    const row = await opened.reader
      .selectFrom("files")
      .select((eb) => eb.fn.countAll<number>().as("files"))
      .executeTakeFirstOrThrow();
    return row.files;
  }

  describe("receiving a proof", () => {
    test("a PDF is kept under the SHA-256 of its content, once", async () => {
      const before = await kept();
      const answers = [await post({ body: form(PDF) }), await post({ body: form(PDF, "autre nom.pdf") })];
      const id = createHash("sha256").update(PDF).digest("hex");
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[0]?.json).toMatchObject({ id, name: "certificat.pdf", mediaType: "application/pdf" });
      expect(answers[1]?.json.id).toBe(id);
      expect(await kept()).toBe(before + 1);
    });

    test("the type is the content's, not the name's", async () => {
      const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
      expect((await post({ body: form(png, "scan.pdf") })).json).toMatchObject({
        name: "scan.png",
        mediaType: "image/png",
      });
    });

    test.each([
      ["a web page called certificat.pdf", form(Buffer.from("<html><script>alert(1)</script>")), "file-type"],
      [
        "an SVG",
        form(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
        "file-type",
      ],
      ["an empty file", form(Buffer.alloc(0)), "file-missing"],
      ["a form without file", Buffer.from(`--${BOUNDARY}--\r\n`), "file-missing"],
      [
        "a field in place of the file",
        Buffer.from(
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"\r\n\r\n%PDF-1.7\r\n--${BOUNDARY}--\r\n`,
        ),
        "file-missing",
      ],
      ["a file cut before its end", form(PDF).subarray(0, -20), "file-cut"],
      ["a form cut in its headers", form(PDF).subarray(0, 40), "file-cut"],
      ["no multipart at all", PDF, "file-cut"],
    ])("%s is refused with its reason, and nothing is kept", async (_name, body, reason) => {
      const before = await kept();
      const answer = await post({ body });
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({ error: "INVALID", details: { reason } });
      expect(await kept()).toBe(before);
    });

    test("10 MB passes, one byte more does not, whether its length is announced or not", async () => {
      expect((await post({ body: form(pdfOf(MAX_PROOF_BYTES)) })).status).toBe(201);
      const tooLarge = form(pdfOf(MAX_PROOF_BYTES + 1));
      for (const chunked of [false, true])
        expect((await post({ body: tooLarge, chunked })).json).toMatchObject({
          details: { reason: "file-too-large" },
        });
      const huge = form(pdfOf(MAX_PROOF_BYTES + 5_000_000));
      expect((await post({ body: huge })).json).toMatchObject({ details: { reason: "file-too-large" } });
    });

    test("another content type and a missing boundary are refused without a bug", async () => {
      for (const type of ["application/json", "multipart/form-data", "text/plain"])
        expect((await post({ body: PDF, headers: { "content-type": type } })).status).toBe(400);
    });

    test("who may only read, nobody, and another site may not send", async () => {
      expect((await post({ body: form(PDF), cookie: kitchen.cookie })).status).toBe(403);
      expect((await post({ body: form(PDF), cookie: null })).status).toBe(401);
      expect((await post({ body: form(PDF), headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    });
  });

  describe("giving a proof back", () => {
    test("only what a certificate uses, to who reads the catalogue, as a download", async () => {
      const { json } = await post({ body: form(PDF, "Été 2026 « bio ».pdf") });
      const id = json.id ?? "";
      expect((await kitchen.send(`/files/proofs/${id}`)).status).toBe(404);
      const supplier = await seedSupplier(opened.db);
      await insertCertificate(opened.db, {
        id: newId(),
        supplierId: supplier.id,
        scheme: "BIO",
        number: "1",
        controlBody: null,
        families: [],
        offerIds: [],
        validFrom: "2026-01-01",
        validTo: null,
        fileId: id,
        createdAt: NOW,
      });
      const given = await kitchen.send(`/files/proofs/${id}`);
      expect(given.status).toBe(200);
      expect(given.text).toBe(PDF.toString());
      expect(given.headers).toMatchObject({
        "content-type": "application/pdf",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
      });
      expect(given.headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''/);
      expect((await new Visitor(web).send(`/files/proofs/${id}`)).status).toBe(401);
    });

    test.each(["0".repeat(64), "x", "..%2f..%2fetc%2fpasswd", "%00"])("%s is not found", async (id) => {
      expect((await manager.send(`/files/proofs/${id}`)).status).toBe(404);
    });
  });
});
