import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Id } from "../../shared/ids.ts";
import { useTRPC } from "../trpc.ts";
import type { Catalogue } from "./entry-context.ts";
import { indexCatalogue } from "./entry-context.ts";

/** The supplier's articles and what surrounds a line here; null until they are there. */
export function useCatalogue(
  canteenId: Id,
  supplierId: Id | null,
): { catalogue: Catalogue | null; error: unknown; retry: () => void } {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.orders.catalogue.queryOptions({ canteenId, supplierId: supplierId ?? "" }),
    enabled: supplierId !== null,
  });
  const { data } = query;
  const catalogue = useMemo(() => {
    if (data === undefined || supplierId === null) return null;
    const { canteen, definitions, suppliers, products, places } = data.surroundings;
    return indexCatalogue({
      offers: data.offers,
      lastPurchases: data.lastPurchases,
      lastOrder: data.lastOrder,
      templates: data.templates,
      terms: data.terms,
      // Kept by a page older than the lists: none.
      priceLists: data.priceLists ?? [],
      surroundings: {
        canteen,
        definitions,
        suppliers: new Map(suppliers.map((supplier) => [supplier.id, supplier])),
        products: new Map(products.map((product) => [product.id, product])),
        places: new Map(places.map((place) => [place.commune, place])),
      },
    });
  }, [data, supplierId]);
  return { catalogue, error: query.error, retry: () => void query.refetch() };
}
