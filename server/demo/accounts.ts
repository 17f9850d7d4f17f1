import type { DemoAccount } from "../../shared/session.ts";

const PASSWORD = "la-bonne-part-62";

/** One account a role; shown on the sign-in page and in the terminal of a demonstration. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: "gestion@demo.bonnepart.example", password: PASSWORD, role: "manager" },
  { email: "cuisine@demo.bonnepart.example", password: PASSWORD, role: "kitchen" },
  { email: "elu@demo.bonnepart.example", password: PASSWORD, role: "official" },
  { email: "admin@demo.bonnepart.example", password: PASSWORD, role: "administrator" },
  { email: "legumerie@demo.bonnepart.example", password: PASSWORD, role: "legumerie" },
];
