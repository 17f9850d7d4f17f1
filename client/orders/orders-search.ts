import type { OrderStatus } from "../../shared/order-statuses.ts";
import { ORDER_STATUSES } from "../../shared/order-statuses.ts";
import type { ListSearch } from "../list-search.ts";
import { isId, readListSearch } from "../list-search.ts";

/** Filters of the list, as the address says them. */
export type OrdersSearch = ListSearch<OrderStatus>;

export function validateOrdersSearch(search: Record<string, unknown>): OrdersSearch {
  return readListSearch(search, ORDER_STATUSES);
}

/** What the entry page opens on; nothing: the last order left unfinished, or a new one. */
export interface EntrySearch {
  /** Order to start from. */
  copie?: string;
  /** Draft of this browser. */
  brouillon?: string;
  /** Refused rows of an import, to be corrected. */
  lignes?: string;
  /** Photo or PDF that is seen while its lines are typed. */
  piece?: string;
}

export function validateEntrySearch(search: Record<string, unknown>): EntrySearch {
  const { copie, brouillon, lignes, piece } = search;
  return {
    ...(isId(copie) ? { copie } : {}),
    ...(isId(brouillon) ? { brouillon } : {}),
    ...(isId(lignes) ? { lignes } : {}),
    ...(isId(piece) ? { piece } : {}),
  };
}

/** How the page of an order opens. */
export interface OrderSearch {
  /** On the reception of its goods. */
  reception?: true;
}

export function validateOrderSearch({ reception }: Record<string, unknown>): OrderSearch {
  return reception === true ? { reception } : {};
}
