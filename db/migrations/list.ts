import type { AppMigration } from "../engine.ts";
import { migration0001 } from "./0001-foundation.ts";
import { migration0002 } from "./0002-catalogue.ts";
import { migration0003 } from "./0003-orders.ts";
import { migration0004 } from "./0004-legumerie.ts";
import { migration0005 } from "./0005-pats.ts";
import { migration0006 } from "./0006-ordering.ts";
import { migration0007 } from "./0007-import-mappings.ts";
import { migration0008 } from "./0008-invoices.ts";
import { migration0009 } from "./0009-proofs.ts";
import { migration0011 } from "./0011-line-indexes.ts";
import { migration0012 } from "./0012-import-drafts.ts";
import { migration0013 } from "./0013-supplier-index.ts";
import { migration0014 } from "./0014-invoice-orders.ts";
import { migration0015 } from "./0015-contract-lots.ts";
import { migration0016 } from "./0016-canteen-groups.ts";
import { migration0017 } from "./0017-saved-views.ts";
import { migration0019 } from "./0019-comparison.ts";
import { migration0020 } from "./0020-price-lists.ts";
import { migration0021 } from "./0021-quote-requests.ts";
import { migration0022 } from "./0022-declarations.ts";
import { migration0023 } from "./0023-shares-links.ts";
import { migration0025 } from "./0025-outlines.ts";
import { migration0026 } from "./0026-campaigns.ts";
import { migration0031 } from "./0031-legumerie-requests.ts";
import { migration0032 } from "./0032-legumerie-corrections.ts";
import { migration0033 } from "./0033-order-names.ts";
import { migration0034 } from "./0034-legumerie-capacities.ts";
import { migration0035 } from "./0035-legumerie-organic-requests.ts";
import { migration0036 } from "./0036-legumerie-hours.ts";
import { migration0037 } from "./0037-contracts.ts";
import { migration0038 } from "./0038-clause-hour-imports.ts";
import { migration0039 } from "./0039-social-economy.ts";
import { migration0040 } from "./0040-measures.ts";
import { migration0041 } from "./0041-council.ts";
import { migration0046 } from "./0046-cube-versions.ts";
import { migration0059 } from "./0059-legumerie-disposals.ts";
import { migration0065 } from "./0065-rate-limits.ts";
import { migration0066 } from "./0066-job-signs.ts";
import { migration0067 } from "./0067-session-writes.ts";
import { migration0070 } from "./0070-session-devices.ts";
import { migration0071 } from "./0071-two-step.ts";
import { migration0072 } from "./0072-passkeys.ts";
import { migration0073 } from "./0073-invitations.ts";
import { migration0074 } from "./0074-erasure.ts";
import { migration0080 } from "./0080-line-texts.ts";
import { migration0081 } from "./0081-audit-heads.ts";
import { migration0085 } from "./0085-trigrams.ts";
import { migration0095 } from "./0095-named-lines.ts";
import { migration0098 } from "./0098-words-of-names.ts";
import { migration0099 } from "./0099-article-words.ts";
import { migration0101 } from "./0101-names-no-more.ts";

/** Every migration, oldest first. A released one never changes. */
export const MIGRATIONS: readonly AppMigration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
  migration0025,
  migration0026,
  migration0031,
  migration0032,
  migration0033,
  migration0034,
  migration0035,
  migration0036,
  migration0037,
  migration0038,
  migration0039,
  migration0040,
  migration0041,
  migration0046,
  migration0059,
  migration0065,
  migration0066,
  migration0067,
  migration0070,
  migration0071,
  migration0072,
  migration0073,
  migration0074,
  migration0080,
  migration0081,
  migration0085,
  migration0095,
  migration0098,
  migration0099,
  migration0101,
];
