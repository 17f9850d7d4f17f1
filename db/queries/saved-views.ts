import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { SavedView, SavedViewPage, ViewSearch } from "../../shared/saved-views.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";

/** The views that a person keeps, of every page, by name. */
export async function listSavedViews(db: Kysely<Database>, userId: Id): Promise<SavedView[]> {
  const rows = await db
    .selectFrom("saved_views")
    .select(["id", "page", "name", "search"])
    .where("user_id", "=", userId)
    .orderBy("sort")
    .orderBy("id")
    .execute();
  return rows.map(({ id, page, name, search }) => ({
    id,
    page: page as SavedViewPage,
    name,
    search: fromJsonText<ViewSearch>(search),
  }));
}

/** Adds a person's view, or replaces its name and filters. */
export async function upsertSavedView(
  db: Kysely<Database>,
  { userId, createdAt, view }: { userId: Id; createdAt: IsoInstant; view: SavedView },
): Promise<void> {
  const columns = {
    page: view.page,
    name: view.name,
    sort: searchKey(view.name),
    search: toJsonText(view.search),
  };
  await db
    .insertInto("saved_views")
    .values({ user_id: userId, id: view.id, created_at: createdAt, ...columns })
    .onConflict((conflict) => conflict.columns(["user_id", "id"]).doUpdateSet(columns))
    .execute();
}

/** Removes a person's view; of nobody else's. */
export async function deleteSavedView(db: Kysely<Database>, key: { userId: Id; id: Id }): Promise<void> {
  await db.deleteFrom("saved_views").where("user_id", "=", key.userId).where("id", "=", key.id).execute();
}
