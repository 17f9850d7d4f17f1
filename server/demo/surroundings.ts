import { ownPositionOf } from "../../db/place.ts";
import type { IsoDate, Place } from "../../shared/facts.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import { producesItself } from "../../shared/suppliers.ts";
import type { KnownSupplier, Surroundings } from "../../shared/surroundings.ts";
import type { DemoCanteen } from "./canteens.ts";
import { DEMO_CANTEENS } from "./canteens.ts";
import { DEMO_OFFERS, productId } from "./offers.ts";
import { DEMO_PRODUCTS } from "./products.ts";
import { DEMO_STATUSES } from "./supplier-statuses.ts";
import { DEMO_SUPPLIERS, demoCertificates } from "./suppliers.ts";
import { required } from "./table.ts";

/** « Local » for the demonstration: 80 km, since before its first line. */
export const LOCAL_DEFINITION = { validFrom: "2022-01-01", scope: "KM", radiusM: 80_000 } as const;

/** Places by INSEE code, as the reference data gives them. */
export type Places = ReadonlyMap<string, Place>;

/** The communes the demonstration speaks of. */
export const DEMO_COMMUNES: readonly string[] = [
  ...new Set([
    ...DEMO_CANTEENS.map((canteen) => canteen.commune),
    ...DEMO_SUPPLIERS.flatMap(({ supplier }) => [supplier.commune, supplier.productionCommune]),
    ...DEMO_OFFERS.flatMap(({ offer }) => offer.originCommunes),
  ]),
].filter((code) => code !== null);

/** What surrounds the lines of each canteen, before anything is stored. */
export function demoSurroundings(today: IsoDate, places: Places): (canteen: DemoCanteen) => Surroundings {
  const certificates = groupBy(demoCertificates(today), ({ supplierId }) => supplierId);
  const statuses = groupBy(DEMO_STATUSES, ({ supplierId }) => supplierId);
  const suppliers = new Map<Id, KnownSupplier>(
    DEMO_SUPPLIERS.map(({ supplier }) => [
      supplier.id,
      {
        id: supplier.id,
        name: supplier.name,
        isProducer: producesItself(supplier.kind),
        productionCommune: supplier.productionCommune,
        ownPosition: ownPositionOf({
          lat_e6: supplier.position?.latE6 ?? null,
          lng_e6: supplier.position?.lngE6 ?? null,
        }),
        certificates: certificates.get(supplier.id) ?? [],
        statuses: statuses.get(supplier.id) ?? [],
      },
    ]),
  );
  const products = new Map(
    DEMO_PRODUCTS.map((product) => {
      const { composition, plant, farmKind } = product;
      return [productId(product), { id: productId(product), composition, plant, farmKind }];
    }),
  );
  return (canteen) => ({
    canteen: placeOf(places, canteen.commune),
    definitions: [LOCAL_DEFINITION],
    suppliers,
    products,
    places,
  });
}

/** The place of a commune of the demonstration; reference data without it is broken. */
export function placeOf(places: Places, commune: string): Place {
  return required(places.get(commune), `commune ${commune}`);
}
