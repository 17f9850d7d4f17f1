import { DEMO_PEOPLE } from "../../server/demo/accounts.ts";
import type { Role } from "../../shared/permissions.ts";

/** Names and addresses of the demonstration's people, but for those of that role, that stand in a text. */
export function namesOfOthers(role: Role, text: string): string[] {
  return DEMO_PEOPLE.filter(({ grant }) => grant.role !== role)
    .flatMap(({ name, email }) => [name, email])
    .filter((one) => text.includes(one));
}
