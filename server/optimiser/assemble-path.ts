import type { Id } from "../../shared/ids.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { PathModel, PathSupplier, PostWords, WayWords } from "../../shared/optimiser/path-model.ts";
import type { Post, SupplierTerms, Switch } from "../../shared/optimiser/problem.ts";
import type { Product } from "../../shared/products.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import type { BoughtArticle } from "./path-posts.ts";
import type { KnownOffer } from "./path-switches.ts";
import { switchTo } from "./path-switches.ts";

export interface PathParts {
  articles: readonly BoughtArticle[];
  offers: readonly KnownOffer[];
  products: ReadonlyMap<Id, Product>;
  suppliers: readonly Supplier[];
  minimums: readonly { supplierId: Id; minimumHtCents: number }[];
  certainty: Certainty;
}

type Assembled = Pick<PathModel, "posts" | "terms" | "suppliers" | "postWords" | "wayWords">;

/** Articles that name a product and have a weight are posts; the rest stays as it is, and counts in its supplier. */
export function assemblePath(parts: PathParts): Assembled {
  const posts: Post[] = [];
  const fixed: BoughtArticle[] = [];
  const postWords: Record<string, PostWords> = {};
  const wayWords: Record<string, WayWords> = {};
  const forms = formsOf(parts.offers);
  for (const article of parts.articles) {
    const product = article.productId === null ? undefined : parts.products.get(article.productId);
    const { cents, grams } = totalsOf(article);
    if (product === undefined || cents <= 0 || grams <= 0) {
      fixed.push(article);
      continue;
    }
    const ways = (forms.get(baseOf(product)) ?? [])
      .filter(({ offerId }) => offerId !== article.offerId)
      .flatMap((offer) => switchTo(article, { product, offer, certainty: parts.certainty }) ?? []);
    for (const { way, words } of ways) wayWords[way.id] = words;
    const name = parts.offers.find(({ offerId }) => offerId === article.offerId)?.name ?? product.name;
    postWords[article.id] = { productName: product.name, articleName: name, gamme: product.gamme, grams };
    posts.push({
      id: article.id,
      supplierId: article.supplierId,
      amountCents: cents,
      orders: ordersOf(article),
      switches: cheapestFirst(ways.map(({ way }) => way)),
    });
  }
  return { posts, ...suppliersOf(parts, posts, fixed), postWords, wayWords };
}

/** Offers by the product they are a form of. */
function formsOf(offers: readonly KnownOffer[]): Map<Id, KnownOffer[]> {
  const forms = new Map<Id, KnownOffer[]>();
  for (const offer of offers) {
    const base = baseOf(offer.product);
    forms.set(base, [...(forms.get(base) ?? []), offer]);
  }
  return forms;
}

function baseOf({ id, baseProductId }: Product): Id {
  return baseProductId ?? id;
}

/** The cheapest first: the eye and the list start there. */
function cheapestFirst(ways: readonly Switch[]): Switch[] {
  return ways.toSorted((a, b) => a.inCents - a.outCents - (b.inCents - b.outCents) || (a.id < b.id ? -1 : 1));
}

function suppliersOf(
  { suppliers, minimums, articles }: PathParts,
  posts: readonly Post[],
  fixed: readonly BoughtArticle[],
): { terms: SupplierTerms[]; suppliers: PathSupplier[] } {
  const concerned = new Set([
    ...articles.map(({ supplierId }) => supplierId),
    ...posts.flatMap(({ switches }) => switches.map(({ supplierId }) => supplierId)),
  ]);
  const known = suppliers.filter(({ id }) => concerned.has(id));
  return {
    terms: known.map(({ id }) => {
      const outside = fixed.filter(({ supplierId }) => supplierId === id);
      return {
        id,
        fixedCents: outside.reduce((sum, article) => sum + totalsOf(article).cents, 0),
        fixedOrders: Math.max(0, ...outside.map(ordersOf)),
        minimumCents: minimums.find(({ supplierId }) => supplierId === id)?.minimumHtCents ?? null,
        capacityGrams: null,
      };
    }),
    suppliers: known.map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      amountCents: articles
        .filter(({ supplierId }) => supplierId === id)
        .reduce((sum, article) => sum + totalsOf(article).cents, 0),
    })),
  };
}

function totalsOf({ months }: BoughtArticle): { cents: number; grams: number } {
  const cells = [...months.values()].flat();
  return {
    cents: cells.reduce((sum, { amountCents }) => sum + amountCents, 0),
    grams: cells.reduce((sum, { weightGrams }) => sum + weightGrams, 0),
  };
}

function ordersOf({ ordersByMonth }: BoughtArticle): number {
  return [...ordersByMonth.values()].reduce((sum, orders) => sum + orders, 0);
}
