import type { Id } from "../../shared/ids.ts";
import type { Grant } from "../../shared/permissions.ts";
import type { DemoAccount } from "../../shared/session.ts";
import { DEMO_CANTEENS, RESTAURANT } from "./canteens.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { supplierOf } from "./suppliers.ts";
import { required } from "./table.ts";

/** The same for every account: shown on the sign-in page of a demonstration, and only there. */
export const DEMO_PASSWORD = "la-bonne-part-2026";
export const DEMO_ORGANISATION_ID: Id = demoId(FIRST_DAY, "organisation");

/** An account of the demonstration and what it may reach. */
export interface DemoPerson {
  id: Id;
  email: string;
  name: string;
  grant: Grant;
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person("gestionnaire", "Camille Lefebvre", {
    role: "manager",
    scopeKind: "canteen",
    scopeId: canteenId(RESTAURANT),
  }),
  person("cuisine", "Dominique Carpentier", {
    role: "kitchen",
    scopeKind: "canteen",
    scopeId: canteenId("arras"),
  }),
  person("elue", "Claude Delattre", { role: "official", scopeKind: "territory", scopeId: "DEP-62" }),
  person("administration", "Sacha Vasseur", {
    role: "administrator",
    scopeKind: "organisation",
    scopeId: DEMO_ORGANISATION_ID,
  }),
  person("legumerie", "Alix Caron", {
    role: "legumerie",
    scopeKind: "legumerie",
    scopeId: supplierOf("legumerie-artois").supplier.id,
  }),
];

/** What the sign-in page offers. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = DEMO_PEOPLE.map(({ email, grant }) => ({
  email,
  password: DEMO_PASSWORD,
  role: grant.role,
}));

function person(key: string, name: string, grant: Grant): DemoPerson {
  return { id: demoId(FIRST_DAY, `user ${key}`), email: `${key}@demo.bonnepart.example`, name, grant };
}

function canteenId(key: string): Id {
  return required(DEMO_CANTEENS.find((canteen) => canteen.key === key)?.id, key);
}
