import { addDays, splitDate, toIsoDate } from "../../shared/calendar.ts";
import type { Certificate } from "../../shared/certificates.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { SCHEMES } from "../../shared/facts.ts";
import { FAMILIES } from "../../shared/families.ts";
import { SUPPLIER_KINDS } from "../../shared/supplier-kinds.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { CERTIFICATES, OWN_POSITIONS, SUPPLIERS } from "./data/suppliers.ts";
import { fictionalSiret } from "./fictional-numbers.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { oneOf, readRows, required } from "./table.ts";

/** First rank of the suppliers in the range of fictional numbers; canteens come before. */
const FIRST_RANK = 200;

/** A supplier of the demonstration, with what its deliveries need. */
export interface DemoSupplier {
  key: string;
  supplier: Supplier;
  /** Its prices, against the usual ones, basis points. */
  priceBp: number;
  /** How far it delivers, metres; null: everywhere. */
  reachM: number | null;
}

const POSITIONS = new Map(
  readRows(OWN_POSITIONS).map(([key, lat, lng]) => [key, { latE6: Number(lat), lngE6: Number(lng) }]),
);

export const DEMO_SUPPLIERS: readonly DemoSupplier[] = readRows(SUPPLIERS).map(readSupplier);
const BY_KEY = new Map(DEMO_SUPPLIERS.map((supplier) => [supplier.key, supplier]));

/** The supplier of that key; the demonstration's own data never names another. */
export function supplierOf(key: string): DemoSupplier {
  return required(BY_KEY.get(key), key);
}

/** Every proof given up to `today`: renewed when it ends, unless its row says when it stopped. */
export function demoCertificates(today: IsoDate): Certificate[] {
  return readRows(CERTIFICATES).flatMap((cells) => {
    const [key, scheme, number, controlBody, families, from, months, lastDay] = cells;
    const row = `${key} ${scheme}`;
    const { supplier } = supplierOf(required(key, row));
    const last = lastDay ?? null;
    const proofs: Certificate[] = [];
    for (let validFrom = required(from, row); validFrom <= (last ?? today); ) {
      const next = addMonths(validFrom, Number(months));
      const validTo = last !== null && last < next ? last : addDays(next, -1);
      proofs.push({
        id: demoId(validFrom, `certificate ${row} ${number}`),
        supplierId: supplier.id,
        scheme: oneOf(SCHEMES, scheme ?? null, row),
        number: `${required(number, row)}-${validFrom.slice(0, 4)}`,
        controlBody: controlBody ?? null,
        families: (families ?? "")
          .split(" ")
          .flatMap((name) => (name === "" ? [] : oneOf(FAMILIES, name, row))),
        offerIds: [],
        validFrom,
        validTo,
        fileId: null,
      });
      validFrom = next;
    }
    return proofs;
  });
}

function readSupplier(cells: readonly (string | null)[], index: number): DemoSupplier {
  const [key, name, kind, office, production, priceBp, reachKm] = cells;
  const row = key ?? "?";
  return {
    key: required(key, row),
    supplier: {
      id: demoId(FIRST_DAY, `supplier ${row}`),
      name: required(name, row),
      siret: fictionalSiret(FIRST_RANK + index),
      kind: oneOf(SUPPLIER_KINDS, kind ?? null, row),
      commune: required(office, row),
      productionCommune: production ?? null,
      position: POSITIONS.get(row) ?? null,
      active: true,
    },
    priceBp: Number(required(priceBp, row)),
    reachM: reachKm ? Number(reachKm) * 1000 : null,
  };
}

/** The same day of a later month; the days used here exist in every month. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = splitDate(date);
  const index = year * 12 + (month - 1) + months;
  return toIsoDate({ year: Math.floor(index / 12), month: (index % 12) + 1, day });
}
