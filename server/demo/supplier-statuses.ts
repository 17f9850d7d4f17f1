import { SOCIAL_STATUSES } from "../../shared/social-statuses.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import { STATUSES } from "./data/supplier-statuses.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { supplierOf } from "./suppliers.ts";
import { oneOf, readRows, required } from "./table.ts";

/** What the suppliers of the demonstration are: one status ends and one begins in the middle of a year. */
export const DEMO_STATUSES: readonly SupplierStatus[] = readRows(STATUSES).map(
  ([key, status, validFrom, validTo, reference]) => {
    const row = `${key} ${status}`;
    return {
      id: demoId(FIRST_DAY, `status ${row}`),
      supplierId: supplierOf(required(key, row)).supplier.id,
      status: oneOf(SOCIAL_STATUSES, status ?? null, row),
      reference: reference ?? null,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
    };
  },
);
