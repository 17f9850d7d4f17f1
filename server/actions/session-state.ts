import { listOrganisations } from "../../db/queries/organisations.ts";
import { listCanteensInScopes } from "../../db/queries/scopes.ts";
import { hasUsers } from "../../db/queries/users.ts";
import type { OrganisationsTable } from "../../db/tables/organisations.ts";
import type { Grant } from "../../shared/permissions.ts";
import type { DemoAccount, SessionState, SessionUser } from "../../shared/session.ts";
import type { ActionContext } from "../action-context.ts";

export interface Caller {
  user: SessionUser | null;
  grants: readonly Grant[];
}

/** Who is looking, what they may reach, and what a visitor must know before signing in. */
export async function readSessionState(
  { reader }: ActionContext,
  { user, grants }: Caller,
  demoAccounts: readonly DemoAccount[],
): Promise<SessionState> {
  const organisations = await listOrganisations(reader);
  const demo = organisations.some((organisation) => organisation.demo === 1);
  if (user === null) {
    const [only, other] = organisations;
    return {
      user,
      needsFirstAdministrator: !(await hasUsers(reader)),
      demo,
      sharedAccount: false,
      organisationName: other === undefined ? (only?.name ?? null) : null,
      grants: [],
      canteens: [],
      ...(demo ? { demoAccounts: [...demoAccounts] } : {}),
    };
  }
  const canteens = await listCanteensInScopes(reader, grants);
  const organisation = organisationOf(organisations, grants, canteens[0]?.organisationId);
  return {
    user,
    needsFirstAdministrator: false,
    demo,
    sharedAccount: demoAccounts.some(({ email }) => email === user.email),
    organisationName: organisation?.name ?? null,
    grants: [...grants],
    canteens: canteens.map(({ id, name, siret }) => ({ id, name, siret })),
  };
}

function organisationOf(
  organisations: readonly OrganisationsTable[],
  grants: readonly Grant[],
  ofFirstCanteen: string | undefined,
): OrganisationsTable | undefined {
  const granted = grants.find((grant) => grant.scopeKind === "organisation")?.scopeId ?? ofFirstCanteen;
  return organisations.find((organisation) => organisation.id === granted);
}
