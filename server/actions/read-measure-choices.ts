import { listCanteenGroups } from "../../db/queries/canteen-groups.ts";
import { listLegumeries } from "../../db/queries/legumerie-places.ts";
import { listNames } from "../../db/queries/names.ts";
import type { Scope } from "../../db/queries/reaches.ts";
import { isLegumerieInScopes, listCanteensInScopes } from "../../db/queries/scopes.ts";
import { ERASED_NAME } from "../../shared/account.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { listPeopleIds } from "./organisation-people.ts";

export interface NamedChoice {
  id: Id;
  name: string;
}

/** What a measure of the organisation may be tied to, each list by name. */
export interface MeasureChoices {
  organisationId: Id;
  people: NamedChoice[];
  groups: NamedChoice[];
  canteens: NamedChoice[];
  legumeries: NamedChoice[];
}

/** People, groups, canteens and workshops of an organisation. */
export async function readMeasureChoices(
  { reader }: ActionContext,
  organisationId: Id,
): Promise<MeasureChoices> {
  const scopes: Scope[] = [{ scopeKind: "organisation", scopeId: organisationId }];
  const people = await listNames(reader, "users", await listPeopleIds(reader, organisationId));
  const legumeries: NamedChoice[] = [];
  for (const { id, name } of await listLegumeries(reader))
    if (await isLegumerieInScopes(reader, { legumerieId: id, scopes })) legumeries.push({ id, name });
  const canteens = await listCanteensInScopes(reader, scopes);
  const groups = await listCanteenGroups(reader, [organisationId]);
  return {
    organisationId,
    people: people
      .filter(({ name }) => name !== ERASED_NAME)
      .toSorted((a, b) => a.name.localeCompare(b.name, "fr")),
    groups: groups.map(({ id, name }) => ({ id, name })),
    canteens: canteens.map(({ id, name }) => ({ id, name })),
    legumeries,
  };
}
