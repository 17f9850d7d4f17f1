import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import type { Grant } from "./permissions.ts";
import { ROLE_SCOPES, ROLES, SCOPE_KINDS } from "./permissions.ts";
import { territoryCodeSchema } from "./territories.ts";
import { newUserFields } from "./users.ts";

/** A role on a scope that the role may be granted on; the scope id has the form its kind asks for. */
export const grantSchema = z
  .object({ role: z.enum(ROLES), scopeKind: z.enum(SCOPE_KINDS), scopeId: z.string().check(z.maxLength(80)) })
  .check(z.refine(isWellFormed, { path: ["scopeId"] }));

export const grantToUserSchema = z.object({ userId: idSchema, grant: grantSchema });

export const revokeGrantSchema = z.object({ grantId: idSchema });

/** An account always has at least one grant: it is by its grants that an administrator finds it. */
export const createUserSchema = z.extend(newUserFields, {
  grants: z.array(grantSchema).check(z.minLength(1), z.maxLength(50)),
});

function isWellFormed({ role, scopeKind, scopeId }: Grant): boolean {
  if (!ROLE_SCOPES[role].includes(scopeKind)) return false;
  const schema = scopeKind === "territory" ? territoryCodeSchema : idSchema;
  return schema.safeParse(scopeId).success;
}
