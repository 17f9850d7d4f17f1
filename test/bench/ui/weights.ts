import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import type { Opener } from "./session.ts";
import { settle } from "./session.ts";

/** A script or style that a page fetched. */
export interface Asset {
  name: string;
  kind: "js" | "css";
  /** Bytes once compressed by gzip at its usual level. */
  gzip: number;
}

export interface WeightFigures {
  /** The first load: what every page fetches, whichever is opened first, bytes. */
  shell: { js: number; css: number };
  /** What a first visit of each role's own screen fetches, bytes. */
  pages: { page: string; js: number; css: number }[];
  /** Scripts and styles that only the charts need, bytes. */
  chart: number;
  largest: Asset[];
}

const PAGES = [
  ["/connexion", null],
  ["/saisie", "manager"],
  ["/comparer", "kitchen"],
  ["/territoire", "official"],
] as const;

/** Bytes of the assets of one kind. */
export function weightOf(assets: readonly Asset[], kind: Asset["kind"]): number {
  return assets.filter((asset) => asset.kind === kind).reduce((sum, { gzip }) => sum + gzip, 0);
}

/** Assets that every one of the pages fetched. */
export function fetchedByAll(pages: readonly (readonly Asset[])[]): Asset[] {
  const [first = [], ...others] = pages;
  return first.filter(({ name }) => others.every((page) => page.some((asset) => asset.name === name)));
}

/** What the charts add: the scripts named after the library. */
export function chartWeight(assets: readonly Asset[]): number {
  return assets.filter(({ name }) => isChart(name)).reduce((sum, { gzip }) => sum + gzip, 0);
}

function isChart(name: string): boolean {
  return /chart/i.test(name);
}

/** First visits with an empty cache: what is fetched before the page rests, charts apart. */
export async function measureWeights(opener: Opener): Promise<WeightFigures> {
  const pages: WeightFigures["pages"] = [];
  const all = new Map<string, Asset>();
  const fetchedByPage: Asset[][] = [];
  for (const [path, role] of PAGES) {
    const page = await opener.open(role, { cold: true });
    const fetched = watchAssets(page);
    await page.goto(path);
    await settle(page);
    const assets = await fetched();
    fetchedByPage.push(assets);
    for (const asset of assets) all.set(asset.name, asset);
    const first = assets.filter(({ name }) => !isChart(name));
    pages.push({ page: path, js: weightOf(first, "js"), css: weightOf(first, "css") });
    await page.context().close();
  }
  const largest = [...all.values()].toSorted((a, b) => b.gzip - a.gzip).slice(0, 12);
  const common = fetchedByAll(fetchedByPage);
  const shell = { js: weightOf(common, "js"), css: weightOf(common, "css") };
  return { shell, pages, chart: chartWeight([...all.values()]), largest };
}

function watchAssets(page: Page): () => Promise<Asset[]> {
  const found: Promise<Asset>[] = [];
  page.on("response", (response) => {
    const name = new URL(response.url()).pathname;
    const kind = name.endsWith(".js") ? "js" : name.endsWith(".css") ? "css" : null;
    if (kind === null || response.status() !== 200) return;
    found.push(response.body().then((body) => ({ name, kind, gzip: gzipSync(body).length })));
  });
  return () => Promise.all(found);
}
