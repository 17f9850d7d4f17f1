import { v7 } from "uuid";
import * as z from "zod/mini";

/** UUIDv7 text, made by the application (client or server), never by the database. */
export type Id = string;

export const idSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** A new UUIDv7: sortable by creation instant. */
export function newId(): Id {
  return v7();
}
