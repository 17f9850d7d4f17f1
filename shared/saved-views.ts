import * as z from "zod/mini";
import { nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";

/** Pages whose filters may be kept. */
export const SAVED_VIEW_PAGES = ["/territoire", "/territoire/pourquoi", "/cantine", "/lignes"] as const;
export type SavedViewPage = (typeof SAVED_VIEW_PAGES)[number];

/** What an address says: words, numbers, yes and no. The page reads it as it reads any address. */
export type ViewSearch = Record<string, string | number | boolean>;

/** A page's filters that a person keeps under a name, for themselves. */
export interface SavedView {
  id: Id;
  page: SavedViewPage;
  name: string;
  search: ViewSearch;
}

/** Views that one person keeps, at most. */
export const MOST_SAVED_VIEWS = 200;
const MOST_FILTERS = 30;

export const savedViewSchema = z.object({
  id: idSchema,
  page: z.enum(SAVED_VIEW_PAGES),
  name: nameField,
  search: z
    .record(
      z.string().check(z.maxLength(40)),
      z.union([z.string().check(z.maxLength(200)), z.number(), z.boolean()]),
    )
    .check(z.refine((search) => Object.keys(search).length <= MOST_FILTERS)),
});
