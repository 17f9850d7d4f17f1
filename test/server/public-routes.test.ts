import { afterAll, beforeAll, expect, test } from "vitest";
import { saveOrder } from "../../server/actions/save-order.ts";
import { createSharesLink, ownerOfCanteen, revokeSharesLink } from "../../server/actions/shares-links.ts";
import { memoryRateLimits } from "../../server/security/rate-limits.ts";
import { hashToken } from "../../server/security/session-token.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { SharesLinkInput } from "../../shared/shares-links.ts";
import { describeOnEngines } from "../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../support/seed.ts";
import type { TestWeb } from "../support/web.ts";
import { startWeb } from "../support/web.ts";

const DAY_MS = 86_400_000;
const MOST_BYTES = 30_000;
const INPUT: SharesLinkInput = {
  label: "Affiche du réfectoire",
  year: 2026,
  expiresOn: "2026-11-23",
  indexed: false,
  embedSites: [],
};

describeOnEngines("a public page", (on) => {
  let web: TestWeb;
  let canteenId: Id = "";
  let organisationId: Id = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    canteenId = (await seedCanteen(on.db, { organisationId, name: "Collège <b>d'essai</b> & Cie" })).id;
    const supplierId = (await seedSupplier(on.db, { name: "Ferme Dupont" })).id;
    const lines = [anOrderLine({ claims: ["BIO"] }), anOrderLine({ family: "VIANDES_VOLAILLES" })];
    await saveOrder(actionContext(on), canteenId, anOrder({ supplierId, lines }));
    web = await startWeb(on.opened);
  });
  afterAll(() => web.stop());

  async function openLink(input: Partial<SharesLinkInput> = {}) {
    const ctx = actionContext(on);
    const owner = await ownerOfCanteen(ctx, canteenId);
    const id = newId();
    const { path } = await createSharesLink(ctx, owner, { id, input: { ...INPUT, ...input } });
    return { id, path, owner, revoke: () => revokeSharesLink(ctx, owner, id) };
  }

  test("is HTML of 30 kB at most, without script, cookie, supplier or person", async () => {
    const { path } = await openLink();
    const { status, headers, text } = await web.ask(path);
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    expect(text).not.toMatch(/<script|\son\w+=|javascript:|style="|<link rel="(?!icon)|<img|src=/i);
    expect(headers["set-cookie"]).toBeUndefined();
    expect(text).not.toContain("Dupont");
    expect(text).toContain("Collège &#60;b&#62;d&#39;essai&#60;/b&#62; &#38; Cie");
    expect(text).toContain("L.\u00A0230-5-3");
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none';img-src 'self';style-src 'sha256-[^']+';base-uri 'none';form-action 'none';frame-ancestors 'none'$/,
    );
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-robots-tag"]).toBe("noindex");
  });

  test("speaks French, and English when asked", async () => {
    const { path } = await openLink();
    const [french, english] = [await web.ask(path), await web.ask(`${path}?lang=en`)];
    expect(french.text).toContain('<html lang="fr">');
    expect(french.text).toContain("Produits durables et de qualité");
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain("Sustainable and quality products");
    expect(english.text).not.toContain("objectif");
  });

  test("is not sent again while nothing changed", async () => {
    const { path } = await openLink();
    const { headers } = await web.ask(path);
    const again = await web.ask(path, { headers: { "if-none-match": String(headers.etag) } });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect(headers["cache-control"]).toBe("public, no-cache");
  });

  test("is found by search engines only when the link says so", async () => {
    const { path } = await openLink({ indexed: true });
    const { headers, text } = await web.ask(path);
    expect(headers["x-robots-tag"]).toBeUndefined();
    expect(text).not.toContain("noindex");
  });

  test("is gone once withdrawn, even for who kept it", async () => {
    const { path, revoke } = await openLink();
    const { headers } = await web.ask(path);
    await revoke();
    await revoke();
    const gone = await web.ask(path, { headers: { "if-none-match": String(headers.etag) } });
    expect(gone.status).toBe(410);
    expect(gone.headers["cache-control"]).toBe("no-store");
    expect(gone.text).not.toContain("Collège");
  });

  test("has a picture for other sites, told whole, of 300 kB at most", async () => {
    const { path } = await openLink();
    const { text } = await web.ask(path);
    const address = /<meta property="og:image" content="([^"]+)">/.exec(text)?.[1] ?? "";
    expect(address).toBe(`${web.origin}${path}/vignette.png?lang=fr`);
    expect(text).toContain('<meta property="og:image:width" content="1200">');
    expect(text).toContain('<meta property="og:image:height" content="630">');
    expect(text).toMatch(
      /<meta property="og:image:alt" content="Collège [^"]*Produits durables et de qualité[^"]*%">/,
    );
    const picture = await fetch(address);
    expect(picture.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect(bytes.length).toBeLessThan(300_000);
    expect(sizeOfPng(bytes)).toEqual({ width: 1200, height: 630 });
    const etag = picture.headers.get("etag") ?? "";
    expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test("has a picture that is its own, and that goes with it", async () => {
    const { path, revoke } = await openLink();
    const whole = await createSharesLink(
      actionContext(on),
      { organisationId, canteenId: null },
      { id: newId(), input: INPUT },
    );
    const pictures = await Promise.all(
      [`${path}/vignette.png`, `${path}/vignette.png?lang=en`, `${whole.path}/vignette.png`].map((one) =>
        web.ask(one),
      ),
    );
    expect(pictures.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(pictures.map(({ headers }) => headers.etag)).size).toBe(3);
    await revoke();
    const gone = await web.ask(`${path}/vignette.png`, {
      headers: { "if-none-match": String(pictures[0]?.headers.etag) },
    });
    expect(gone.status).toBe(410);
    expect((await web.ask("/p/inconnu/vignette.png")).status).toBe(404);
  });

  test("never was for any other address, whatever it looks like", async () => {
    for (const path of ["/p/inconnu", `/p/${"a".repeat(22)}`, `/p/${"a".repeat(5000)}`, "/p/", "/p/a/b/c"]) {
      const { status, text } = await web.ask(path);
      expect([path.slice(0, 30), status]).toEqual([path.slice(0, 30), 404]);
      expect(text).toContain("Cette page n&#39;existe pas");
    }
  });

  test("is framed by the sites of its link and by no other", async () => {
    const { path } = await openLink({ embedSites: ["https://www.pasdecalais.example"] });
    const frame = await web.ask(`${path}/cadre`);
    expect(frame.status).toBe(200);
    expect(frame.headers["content-security-policy"]).toContain(
      "frame-ancestors https://www.pasdecalais.example",
    );
    expect(frame.headers["x-frame-options"]).toBeUndefined();
    expect((await web.ask(path)).headers["x-frame-options"]).toBe("SAMEORIGIN");
    const { path: closed } = await openLink();
    expect((await web.ask(`${closed}/cadre`)).status).toBe(404);
  });

  test("is kept by the hash of its token alone, and noted in the record of changes", async () => {
    const { id, path } = await openLink();
    const token = path.slice("/p/".length);
    const row = await on.db
      .selectFrom("shares_links")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(row.token_hash).toBe(hashToken(token));
    const audit = await on.db.selectFrom("audit").selectAll().where("noun_id", "=", id).execute();
    expect(audit.map(({ action }) => action)).toEqual(["created"]);
    expect(JSON.stringify([row, audit])).not.toContain(token);
  });

  test("answers the organisation's canteens together, without naming one", async () => {
    const { path } = await createSharesLink(
      actionContext(on),
      { organisationId, canteenId: null },
      { id: newId(), input: INPUT },
    );
    const { text } = await web.ask(path);
    expect(text).toContain("Département d&#39;essai");
    expect(text).not.toContain("Collège");
  });

  test("is not made to have expired already", async () => {
    await expect(openLink({ expiresOn: "2026-11-21" })).rejects.toThrow("INVALID");
  });

  test("answers so many visits of a network in a minute, then asks to wait", async () => {
    const limits = memoryRateLimits({ publicPage: { points: 2, seconds: 60 } });
    const narrow = await startWeb(on.opened, { limits });
    const { path } = await openLink();
    const statuses: number[] = [];
    for (let visit = 0; visit < 3; visit += 1) statuses.push((await narrow.ask(path)).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(Number((await narrow.ask(path)).headers["retry-after"])).toBeGreaterThan(0);
    await narrow.stop();
  });

  test("ends after its last day", async () => {
    const { path } = await openLink();
    web.wait(DAY_MS);
    expect((await web.ask(path)).status).toBe(200);
    web.wait(DAY_MS);
    expect((await web.ask(path)).status).toBe(410);
    web.wait(-2 * DAY_MS);
  });
});

/** What the header of a PNG says. */
function sizeOfPng(bytes: Buffer): { width: number; height: number } {
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(bytes.subarray(12, 16).toString("latin1")).toBe("IHDR");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
