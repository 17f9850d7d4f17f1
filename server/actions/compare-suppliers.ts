import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCells } from "../../db/queries/cells.ts";
import type { PricedLineFilter, SupplierPrices } from "../../db/queries/comparison.ts";
import {
  listLastPricedLines,
  listPriceHistory,
  listProductCells,
  listSupplierPrices,
} from "../../db/queries/comparison.ts";
import { listOffersOfProduct } from "../../db/queries/offers.ts";
import { findProduct } from "../../db/queries/products.ts";
import { listSuppliersById } from "../../db/queries/suppliers.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { Article } from "../../shared/compared-article.ts";
import {
  articleDistance,
  articleOfLine,
  articleOfOffer,
  verdictOfArticle,
} from "../../shared/compared-article.ts";
import type { Comparison, PriceSample, Replacement, SupplierComparison } from "../../shared/comparison.ts";
import {
  centsPerKg,
  comparedShares,
  comparisonWindow,
  costOf,
  replacedShares,
} from "../../shared/comparison.ts";
import type { IsoDate, Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { AppError } from "../app-error.ts";
import { lineOfRow } from "./line-rows.ts";
import type { WantedSources } from "./surroundings.ts";
import { loadSurroundings } from "./surroundings.ts";

export interface ComparisonRequest {
  canteenId: Id;
  productId: Id;
  /** Canteens whose prices the caller may read. */
  priceCanteenIds: readonly Id[];
  today: IsoDate;
}

/** Every supplier of a product side by side, in one unit, for one canteen. Throws NOT_FOUND. */
export async function compareSuppliers(
  reader: Kysely<Database>,
  request: ComparisonRequest,
): Promise<Comparison> {
  return await readSnapshot(reader, (trx) => compare(trx, request));
}

async function compare(trx: Transaction<Database>, request: ComparisonRequest): Promise<Comparison> {
  const { canteenId, productId, today } = request;
  if ((await findProduct(trx, productId)) === undefined) throw new AppError("NOT_FOUND");
  const window = comparisonWindow(today);
  const prices = await readPrices(trx, {
    productId,
    canteenIds: request.priceCanteenIds,
    from: window.from,
  });
  const articles = await readArticles(trx, productId, prices.lastLines);
  const { suppliers, wanted } = await readSources(trx, [...articles.values()]);
  const surroundings = await loadSurroundings(trx, canteenId, wanted);
  const cells = await listCells(trx, {
    canteenIds: [canteenId],
    fromMonth: window.fromMonth,
    toMonth: window.toMonth,
  });
  const own = await listProductCells(trx, { canteenId, productId, ...window });
  const spent: Spent = { cells: addUp(cells), own, ...sumOf(own) };
  return {
    window,
    current: spent.weightGrams > 0 ? currentOf(own) : null,
    shares: comparedShares(spent.cells),
    rows: suppliers.flatMap((supplier) => {
      const article = articles.get(supplier.id);
      if (article === undefined || !supplier.active) return [];
      const verdict = verdictOfArticle(article, today, surroundings);
      const price = prices.samples.get(supplier.id) ?? null;
      return rowOf({ supplier, article, verdict, price, surroundings, spent });
    }),
  };
}

interface Prices {
  samples: Map<Id, PriceSample>;
  lastLines: OrderLinesTable[];
}

async function readPrices(trx: Transaction<Database>, filter: PricedLineFilter): Promise<Prices> {
  const lastLines = await listLastPricedLines(trx, filter);
  const sums = new Map((await listSupplierPrices(trx, filter)).map((row) => [row.supplierId, row]));
  const history = await listPriceHistory(trx, filter);
  const samples = new Map<Id, PriceSample>();
  for (const line of lastLines) {
    const sum = sums.get(line.supplier_id);
    if (sum === undefined) continue;
    const months = history.filter(({ supplierId }) => supplierId === line.supplier_id);
    samples.set(line.supplier_id, sampleOf(line, sum, months));
  }
  return { samples, lastLines };
}

function sampleOf(
  line: OrderLinesTable,
  { lines, canteens, minCentsPerKg, maxCentsPerKg }: SupplierPrices,
  months: readonly { month: string; amountCents: number; weightGrams: number }[],
): PriceSample {
  return {
    last: {
      amountCents: line.amount_ht_cents,
      weightGrams: line.weight_grams ?? 0,
      on: line.counted_on,
      canteenId: line.canteen_id,
    },
    lines,
    canteens,
    minCentsPerKg,
    maxCentsPerKg,
    history: months.map((month) => ({ month: month.month, centsPerKg: centsPerKg(month) })),
  };
}

/** One article a supplier: the one last bought, else the latest in use; else what the last line itself said. */
async function readArticles(
  trx: Transaction<Database>,
  productId: Id,
  lastLines: readonly OrderLinesTable[],
): Promise<Map<Id, Article>> {
  const offers = await listOffersOfProduct(trx, productId);
  const articles = new Map<Id, Article>();
  for (const line of lastLines) {
    const bought = offers.find((offer) => offer.id === line.offer_id);
    articles.set(
      line.supplier_id,
      bought ? articleOfOffer(bought) : articleOfLine(line.supplier_id, lineOfRow(line)),
    );
  }
  for (const offer of offers)
    if (offer.active && !articles.has(offer.supplierId))
      articles.set(offer.supplierId, articleOfOffer(offer));
  return articles;
}

/** Suppliers and producers of the articles, and whose facts the verdicts need. */
async function readSources(
  trx: Transaction<Database>,
  articles: readonly Article[],
): Promise<{ suppliers: Supplier[]; wanted: WantedSources }> {
  const supplierIds = articles.flatMap(({ supplierId, line }) => [supplierId, line.producerId ?? supplierId]);
  const suppliers = await listSuppliersById(trx, supplierIds);
  const wanted: WantedSources = {
    supplierIds: suppliers.map(({ id }) => id),
    productIds: [...new Set(articles.flatMap(({ line }) => line.productId ?? []))],
    communes: [
      ...articles.flatMap(({ line }) => line.originCommunes),
      ...suppliers.flatMap(({ productionCommune }) => productionCommune ?? []),
    ],
  };
  return { suppliers, wanted };
}

/** What the canteen spent over the window: all of it, and the weighed lines of the product. */
interface Spent {
  cells: readonly FigureCell[];
  own: readonly FigureCell[];
  amountCents: number;
  weightGrams: number;
}

interface RowParts {
  supplier: Supplier;
  article: Article;
  verdict: Verdict;
  price: PriceSample | null;
  surroundings: Surroundings;
  spent: Spent;
}

function rowOf(parts: RowParts): SupplierComparison {
  const { supplier, article, verdict, price, surroundings, spent } = parts;
  const { producerId, intermediaries } = article.line;
  return {
    supplierId: supplier.id,
    supplierName: supplier.name,
    kind: supplier.kind,
    insertionStatus: supplier.insertionStatus,
    ess: supplier.ess,
    esus: supplier.esus,
    articleName: article.line.description,
    producerName: producerId === null ? null : (surroundings.suppliers.get(producerId)?.name ?? null),
    price,
    distance: articleDistance(article, surroundings),
    intermediaries,
    verdict,
    replacement: price === null ? null : replacementOf(article, { verdict, price, spent }),
  };
}

function replacementOf(
  article: Article,
  { verdict, price, spent }: { verdict: Verdict; price: PriceSample; spent: Spent },
): Replacement | null {
  const { family } = article.line;
  if (spent.weightGrams <= 0 || family === null) return null;
  const amountCents = costOf(spent.weightGrams, price.last);
  const into: FigureCell = {
    family,
    strictCategory: verdict.strictCategory,
    declaredCategory: verdict.declaredCategory,
    marks: verdict.marks,
    amountCents,
    weightGrams: spent.weightGrams,
    weighedCents: amountCents,
  };
  return { amountCents, shares: replacedShares(spent.cells, spent.own, into) };
}

/** The same figures on far fewer cells: month and supplier do not enter a rate. */
function addUp(cells: readonly FigureCell[]): FigureCell[] {
  const sums = new Map<string, FigureCell>();
  for (const cell of cells) {
    const key = `${cell.family}/${cell.strictCategory}/${cell.declaredCategory}/${cell.marks}`;
    const sum = sums.get(key);
    sums.set(key, {
      family: cell.family,
      strictCategory: cell.strictCategory,
      declaredCategory: cell.declaredCategory,
      marks: cell.marks,
      amountCents: (sum?.amountCents ?? 0) + cell.amountCents,
      weightGrams: (sum?.weightGrams ?? 0) + cell.weightGrams,
      weighedCents: (sum?.weighedCents ?? 0) + cell.weighedCents,
    });
  }
  return [...sums.values()];
}

function sumOf(cells: readonly FigureCell[]): { amountCents: number; weightGrams: number } {
  return {
    amountCents: cells.reduce((sum, cell) => sum + cell.amountCents, 0),
    weightGrams: cells.reduce((sum, cell) => sum + cell.weightGrams, 0),
  };
}

function currentOf(own: readonly (FigureCell & { lines: number })[]): NonNullable<Comparison["current"]> {
  return { ...sumOf(own), lines: own.reduce((sum, cell) => sum + cell.lines, 0) };
}
