import type { Category } from "../../shared/categories.ts";
import type { OrganicStage, Origin } from "../../shared/facts.ts";
import type { Offer } from "../../shared/offers.ts";
import type { Product } from "../../shared/products.ts";
import { ARTICLES } from "./data/articles.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import type { DemoProduct } from "./product-model.ts";
import { DEMO_PRODUCTS, productOf } from "./products.ts";
import type { DemoSupplier } from "./suppliers.ts";
import { supplierOf } from "./suppliers.ts";

/** An article of the demonstration: what a supplier sells of a product. */
export interface DemoOffer {
  offer: Offer;
  product: DemoProduct;
  seller: DemoSupplier;
}

interface Words {
  claims: Category[];
  stage: OrganicStage | null;
  origin: Origin | null;
  commune: string | null;
  producer: DemoSupplier | null;
  shareBp: number | null;
  intermediaries: number | null;
}

const CLAIMS: Readonly<Record<string, { category: Category; label: string }>> = {
  bio: { category: "BIO", label: "bio" },
  lr: { category: "LABEL_ROUGE", label: "Label Rouge" },
  aop: { category: "AOCAOP", label: "AOP" },
  igp: { category: "IGP", label: "IGP" },
  hve: { category: "HVE", label: "HVE" },
  peche: { category: "PECHE_DURABLE", label: "pêche durable" },
  rup: { category: "RUP", label: "Antilles (RUP)" },
  equi: { category: "COMMERCE_EQUITABLE", label: "commerce équitable" },
  fermier: { category: "FERMIER", label: "(fermier)" },
};
const STAGES: Readonly<Record<string, OrganicStage>> = { c1: "C1", c2: "C2", c3: "C3" };
const ORIGINS: Readonly<Record<string, Origin>> = { fr: "FRANCE", eu: "EUROPE" };
/** Of a processed product that bears a mark, the share of its ingredients that does. */
const USUAL_SHARE_BP = 9700;

export const DEMO_OFFERS: readonly DemoOffer[] = Object.entries(ARTICLES).flatMap(([key, list]) =>
  readAssortment(supplierOf(key), list),
);

/** The stored id of a demonstration product. */
export function productId(product: DemoProduct): Product["id"] {
  return demoId(FIRST_DAY, `product ${product.key}`);
}

/** `all:` takes the products of a homogeneous family that the supplier does not sell otherwise. */
function readAssortment(seller: DemoSupplier, list: string): DemoOffer[] {
  const items = list.split(",").map((item) => item.trim().split(/\s+/));
  const named = new Set(items.map(([product]) => product));
  const wanted = items.flatMap(([first = "", ...words]) => {
    if (!first.startsWith("all:")) return [{ product: productOf(first), words }];
    const group = first.slice("all:".length);
    const shelf = DEMO_PRODUCTS.filter((product) => product.homogeneousFamily === group);
    return shelf.filter((product) => !named.has(product.key)).map((product) => ({ product, words }));
  });
  return wanted.map(({ product, words }, index) => makeOffer(seller, product, { words, index }));
}

function makeOffer(
  seller: DemoSupplier,
  product: DemoProduct,
  { words, index }: { words: readonly string[]; index: number },
): DemoOffer {
  const said = readWords(words);
  const own = ownGoods(seller);
  const producer = said.producer ?? (own && said.commune === null ? seller : null);
  const commune = said.commune ?? producer?.supplier.productionCommune ?? null;
  const labels = words.flatMap((word) => CLAIMS[word]?.label ?? (STAGES[word] ? "en conversion" : []));
  return {
    product,
    seller,
    offer: {
      id: demoId(FIRST_DAY, `offer ${seller.key} ${product.key} ${words.join(" ")}`),
      supplierId: seller.supplier.id,
      productId: productId(product),
      code: `${seller.key.slice(0, 3).toUpperCase()}${String(101 + index)}`,
      name: [product.name, ...labels].join(" "),
      family: product.family,
      unit: product.unit,
      packGrams: product.unitGrams,
      vatBp: product.vatBp,
      claims: said.claims,
      organicStage: said.claims.includes("BIO") ? (said.stage ?? "AB") : null,
      certifiedShareBp: shareOf(product, said),
      producerId: producer?.supplier.id ?? null,
      originCommunes: commune === null || product.family === null ? [] : [commune],
      origin: said.origin ?? (commune === null || product.family === null ? null : "FRANCE"),
      intermediaries:
        product.family === null ? null : (said.intermediaries ?? usualIntermediaries(seller, said)),
      active: true,
    },
  };
}

function readWords(words: readonly string[]): Words {
  const value = (prefix: string) => words.find((word) => word.startsWith(prefix))?.slice(prefix.length);
  const stage = words.map((word) => STAGES[word]).find((found) => found !== undefined) ?? null;
  const claims = words.flatMap((word) => CLAIMS[word]?.category ?? []);
  const producer = value("<");
  const share = value("share=");
  const owners = value("n=");
  return {
    claims: stage === null ? claims : ["BIO", ...claims],
    stage,
    origin: words.map((word) => ORIGINS[word]).find((found) => found !== undefined) ?? null,
    commune: value("@") ?? null,
    producer: producer === undefined ? null : supplierOf(producer),
    shareBp: share === undefined ? null : Number(share) * 100,
    intermediaries: owners === undefined ? null : Number(owners),
  };
}

/** Sellers that grow, catch or make what they sell are its producers; what a légumerie cuts, its batches say. */
function ownGoods({ supplier }: DemoSupplier): boolean {
  return supplier.kind !== "LEGUMERIE" && supplier.productionCommune !== null;
}

function shareOf(product: DemoProduct, said: Words): number | null {
  if (product.composition !== "PROCESSED" || said.claims.length === 0) return null;
  return said.shareBp ?? USUAL_SHARE_BP;
}

/** A farm sells directly, a processor or a group stands between, a wholesaler buys from somebody who bought. */
function usualIntermediaries({ supplier }: DemoSupplier, { producer }: Words): number {
  switch (supplier.kind) {
    case "PRODUCER":
      return 0;
    case "PRODUCER_GROUP":
    case "PROCESSOR":
    case "LEGUMERIE":
      return 1;
    case "WHOLESALER":
      return producer === null ? 2 : 1;
  }
}
