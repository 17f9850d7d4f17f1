import { createHash } from "node:crypto";
import type { Locale } from "../../shared/locales.ts";
import type { PublicFigures } from "../../shared/public-figures.ts";
import { documentData } from "../pdf/document-data.ts";
import { writePdfAside } from "../pdf/write-pdf-aside.ts";

/** Pictures kept, the latest asked for: each is some tens of kilobytes. */
const MOST_KEPT = 60;
const kept = new Map<string, Buffer>();

/** The name, the rates and their bars as PNG; drawn once for the same figures. */
export async function pictureOf(
  figures: PublicFigures,
  { locale, now }: { locale: Locale; now: string },
): Promise<Buffer> {
  const data = JSON.stringify(documentData(figures, { locale, address: null, patBp: null }));
  const key = createHash("sha256").update(data).digest("base64url");
  const known = kept.get(key);
  const picture = known ?? (await draw(data, now));
  kept.delete(key);
  kept.set(key, picture);
  for (const [oldest] of kept) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return picture;
}

async function draw(data: string, now: string): Promise<Buffer> {
  const createdAt = Math.floor(Date.parse(now) / 1000);
  return Buffer.from(await writePdfAside({ template: "vignette", data, createdAt }));
}
