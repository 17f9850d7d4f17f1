import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import { listCells } from "../../db/queries/cells.ts";
import type { PricedLineFilter, PricedMonth, SupplierPrices } from "../../db/queries/comparison.ts";
import {
  listLastPricedLines,
  listPriceHistory,
  listProductCells,
  listSupplierPrices,
} from "../../db/queries/comparison.ts";
import { listOffersOfProducts } from "../../db/queries/offers.ts";
import { listOrderingTerms } from "../../db/queries/ordering-terms.ts";
import { listEquivalentProducts } from "../../db/queries/products.ts";
import type { ReliabilityFilter } from "../../db/queries/reliability.ts";
import { listReliability } from "../../db/queries/reliability.ts";
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
import type {
  ComparedProduct,
  Comparison,
  PriceSample,
  SupplierComparison,
} from "../../shared/comparison.ts";
import { comparedShares, comparisonWindow, rowKeyOf } from "../../shared/comparison.ts";
import type { IsoDate, Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { USUAL_PORTION_GRAMS } from "../../shared/law/portion-sizes.ts";
import type { OrderingTerms } from "../../shared/ordering-terms.ts";
import type { Product } from "../../shared/products.ts";
import type { Reliability } from "../../shared/reliability.ts";
import { statusesOn } from "../../shared/supplier-statuses.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { AppError } from "../app-error.ts";
import { lineOfRow } from "./line-rows.ts";
import type { Spent } from "./replace-purchases.ts";
import { currentOf, replacementOf, spentOf } from "./replace-purchases.ts";
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
  const products = await listEquivalentProducts(trx, productId);
  const asked = products.find(({ id }) => id === productId);
  if (asked === undefined) throw new AppError("NOT_FOUND");
  const window = comparisonWindow(today);
  const productIds = products.map(({ id }) => id);
  const canteenIds = request.priceCanteenIds;
  const prices = await readPrices(trx, { productIds, canteenIds, from: window.from });
  const articles = await readArticles(trx, productIds, prices.lastLines);
  const { suppliers, wanted } = await readSources(trx, [...articles.values()]);
  const surroundings = await loadSurroundings(trx, canteenId, wanted);
  const cells = await listCells(trx, { canteenIds: [canteenId], ...window });
  const own = await listProductCells(trx, { canteenId, productIds, ...window });
  const spent = spentOf(products, { cells, own });
  const supplierIds = suppliers.map(({ id }) => id);
  const habits = await readHabits(trx, { canteenId, supplierIds, canteenIds, from: window.from, to: today });
  const byId = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
  return {
    window,
    products: products.map(comparedProduct),
    portion: portionOf(products, asked),
    current: spent.weightGrams > 0 ? currentOf(spent) : null,
    shares: comparedShares(spent.cells),
    rows: [...articles].flatMap(([key, article]) => {
      const supplier = byId.get(article.supplierId);
      const product = products.find(({ id }) => id === article.line.productId);
      if (supplier === undefined || product === undefined || !supplier.active) return [];
      const verdict = verdictOfArticle(article, today, surroundings);
      const price = prices.samples.get(key) ?? null;
      return rowOf({ supplier, product, article, verdict, price, surroundings, day: today, spent, habits });
    }),
  };
}

function comparedProduct({ id, name, nameEn, gamme, refuseBp, season }: Product): ComparedProduct {
  return { id, name, nameEn, gamme, refuseBp, season };
}

/** The product's own portion, else that of the one it stands for, else the usual one of the family. */
function portionOf(products: readonly Product[], asked: Product): Comparison["portion"] {
  const own = asked.portionGrams ?? products[0]?.portionGrams ?? null;
  if (own !== null) return { grams: own, usual: false };
  return asked.family === null ? null : { grams: USUAL_PORTION_GRAMS[asked.family], usual: true };
}

interface Prices {
  /** By `rowKeyOf`. */
  samples: Map<string, PriceSample>;
  lastLines: OrderLinesTable[];
}

async function readPrices(trx: Transaction<Database>, filter: PricedLineFilter): Promise<Prices> {
  const lastLines = await listLastPricedLines(trx, filter);
  const sums = new Map((await listSupplierPrices(trx, filter)).map((row) => [rowKeyOf(row), row]));
  const history = await listPriceHistory(trx, filter);
  const samples = new Map<string, PriceSample>();
  for (const line of lastLines) {
    const key = keyOfLine(line);
    const sum = sums.get(key);
    if (sum === undefined) continue;
    samples.set(
      key,
      sampleOf(
        line,
        sum,
        history.filter((month) => rowKeyOf(month) === key),
      ),
    );
  }
  return { samples, lastLines };
}

function keyOfLine({ product_id, supplier_id }: OrderLinesTable): string {
  return rowKeyOf({ productId: product_id ?? "", supplierId: supplier_id });
}

function sampleOf(
  line: OrderLinesTable,
  { lines, canteens, minCentsPerKg, maxCentsPerKg }: SupplierPrices,
  months: readonly PricedMonth[],
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
    history: months.map(({ month, amountCents, weightGrams }) => ({ month, amountCents, weightGrams })),
  };
}

/** By product and supplier, one article: the one last bought, else the latest in use; else what the last line itself said. */
async function readArticles(
  trx: Transaction<Database>,
  productIds: readonly Id[],
  lastLines: readonly OrderLinesTable[],
): Promise<Map<string, Article>> {
  const offers = await listOffersOfProducts(trx, productIds);
  const articles = new Map<string, Article>();
  for (const line of lastLines) {
    const bought = offers.find(({ id, productId }) => id === line.offer_id && productId === line.product_id);
    articles.set(
      keyOfLine(line),
      bought ? articleOfOffer(bought) : articleOfLine(line.supplier_id, lineOfRow(line)),
    );
  }
  for (const offer of offers) {
    const { productId, supplierId } = offer;
    if (!offer.active || productId === null) continue;
    const key = rowKeyOf({ productId, supplierId });
    if (!articles.has(key)) articles.set(key, articleOfOffer(offer));
  }
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

interface RowParts {
  supplier: Supplier;
  product: Product;
  article: Article;
  verdict: Verdict;
  price: PriceSample | null;
  surroundings: Surroundings;
  /** Of the verdict. */
  day: IsoDate;
  spent: Spent;
  habits: Habits;
}

function rowOf(parts: RowParts): SupplierComparison {
  const { supplier, product, article, verdict, price, surroundings, day, spent, habits } = parts;
  const { producerId, intermediaries, family } = article.line;
  return {
    productId: product.id,
    supplierId: supplier.id,
    supplierName: supplier.name,
    kind: supplier.kind,
    statuses: statusesOn(surroundings.suppliers.get(supplier.id)?.statuses ?? [], day),
    articleName: article.line.description,
    producerName: producerId === null ? null : (surroundings.suppliers.get(producerId)?.name ?? null),
    price,
    distance: articleDistance(article, surroundings),
    intermediaries,
    verdict,
    replacement:
      price === null || family === null ? null : replacementOf(spent, { family, product, verdict, price }),
    terms: habits.terms.get(supplier.id) ?? null,
    reliability: habits.reliability.get(supplier.id) ?? null,
  };
}

/** How suppliers take orders and how they delivered. */
interface Habits {
  terms: ReadonlyMap<Id, OrderingTerms>;
  reliability: ReadonlyMap<Id, Reliability>;
}

async function readHabits(
  trx: Transaction<Database>,
  { canteenId, ...filter }: ReliabilityFilter & { canteenId: Id },
): Promise<Habits> {
  const organisationId = (await findCanteen(trx, canteenId))?.organisationId;
  const found = await listReliability(trx, filter);
  return {
    terms:
      organisationId === undefined
        ? new Map()
        : await listOrderingTerms(trx, { organisationId, supplierIds: filter.supplierIds }),
    reliability: new Map(found.map(({ supplierId, ...reliability }) => [supplierId, reliability])),
  };
}
