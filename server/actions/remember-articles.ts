import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listArticleAliases } from "../../db/queries/article-aliases.ts";
import { listOffersOfSupplier } from "../../db/queries/offers.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportWarning } from "../../shared/imports.ts";
import { articleOfAliases, codeKey } from "../../shared/invoices/aliases.ts";
import type { Offer } from "../../shared/offers.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { TargetField } from "../../shared/table-mapping/targets.ts";
import type { ImportPlan } from "./import-plan.ts";
import { plannedSupplierKey } from "./import-plan.ts";
import { rememberFamilies } from "./remember-families.ts";
import type { WantedSources } from "./surroundings.ts";

/** Columns that say of a row what its article would: a file that has one is believed, also where it is empty. */
const TELLING: readonly TargetField[] = [
  "categories_egalim",
  "caracteristiques",
  "caracteristique_label1",
  "caracteristique_label2",
  "caracteristique_france",
  "origine",
  "est_circuit_court",
  "est_local",
];

/**
 * What is remembered for the rows to write: the families that the file does not say, and the articles of the catalogue
 * under their supplier's own codes when no column speaks of marks or origin. Changes the plan; answers how many, as warnings.
 */
export async function rememberArticles(
  db: Kysely<Database>,
  plan: ImportPlan,
  { file, mapping = null }: { file: PurchaseFile; mapping?: TableMapping | null },
): Promise<ImportWarning[]> {
  const families = await rememberFamilies(db, plan, file);
  if (mapping === null || isTelling(mapping)) return families;
  const count = await recogniseArticles(db, plan);
  return count === 0 ? families : [...families, { code: "ARTICLE_REMEMBERED", count }];
}

/** What the articles of a plan's rows are judged by, besides their suppliers. */
export function sourcesOfArticles({ canteens }: Pick<ImportPlan, "canteens">): WantedSources {
  const articles = new Set(canteens.flatMap((canteen) => [...canteen.articles.values()]));
  const all = [...articles];
  return {
    supplierIds: [...new Set(all.flatMap(({ producerId }) => producerId ?? []))],
    productIds: [...new Set(all.flatMap(({ productId }) => productId ?? []))],
    communes: [...new Set(all.flatMap(({ originCommunes }) => originCommunes))],
  };
}

function isTelling({ columns, marks }: TableMapping): boolean {
  return TELLING.some((field) => columns[field] !== undefined) || Object.keys(marks).length > 0;
}

async function recogniseArticles(db: Kysely<Database>, plan: ImportPlan): Promise<number> {
  let count = 0;
  const bySupplier = new Map<
    Id,
    { canteen: ImportPlan["canteens"][number]; row: PurchaseRow; code: string }[]
  >();
  for (const canteen of plan.canteens)
    for (const row of canteen.rows) {
      const code = codeKey(row.details?.articleCode ?? null);
      const supplier = code === null ? undefined : plan.suppliers.get(plannedSupplierKey(row));
      if (code === null || supplier === undefined || supplier.isNew) continue;
      const coded = bySupplier.get(supplier.id) ?? [];
      coded.push({ canteen, row, code });
      bySupplier.set(supplier.id, coded);
    }
  for (const [supplierId, coded] of bySupplier) {
    const articleOf = await readArticles(db, supplierId, new Set(coded.map(({ code }) => code)));
    for (const { canteen, row, code } of coded) {
      const article = articleOf.get(code);
      if (article === undefined) continue;
      canteen.articles.set(row, article);
      count += 1;
    }
  }
  return count;
}

/** The food articles in use of the supplier, by code: what a person said it is, else what its catalogue says for sure. */
async function readArticles(
  db: Kysely<Database>,
  supplierId: Id,
  codes: ReadonlySet<string>,
): Promise<Map<string, Offer>> {
  const offers = (await listOffersOfSupplier(db, supplierId)).filter(({ active }) => active);
  const aliases = [...codes].map((code) => `id:${code}`);
  const remembered = await listArticleAliases(db, { supplierId, aliases });
  const found = new Map<string, Offer>();
  for (const code of codes) {
    const id = remembered.get(`id:${code}`) ?? articleOfAliases([`id:${code}`], offers);
    const article = offers.find((offer) => offer.id === id);
    if (article !== undefined && article.family !== null) found.set(code, article);
  }
  return found;
}
