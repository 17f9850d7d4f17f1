import * as z from "zod/mini";
import { nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import type { Locale } from "./locales.ts";
import { organisationTerritoryField } from "./organisations.ts";
import type { Grant, Role } from "./permissions.ts";
import { stepCodeField } from "./two-step.ts";
import { emailField, localeField, passwordField } from "./users.ts";

/** A password that is tried is only bounded: what is wrong with it is for the server to keep quiet about. */
export const signInSchema = z.object({
  email: emailField,
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  code: z.optional(stepCodeField),
});

export const firstAdministratorSchema = z.object({
  organisationName: nameField,
  name: nameField,
  email: emailField,
  password: passwordField,
  /** The language the page was read in. */
  locale: localeField,
  /** What the organisation acts for; null: not said yet. */
  territoryCode: organisationTerritoryField,
});
export type FirstAdministrator = z.infer<typeof firstAdministratorSchema>;

export const setLocaleSchema = z.object({ locale: localeField });

export const changePasswordSchema = z.object({
  currentPassword: z.string().check(z.minLength(1), z.maxLength(200)),
  newPassword: passwordField,
});

/** An account of the demonstration, shown on the sign-in page of a demonstration only. */
export interface DemoAccount {
  email: string;
  password: string;
  role: Role;
}

export interface SessionUser {
  id: Id;
  name: string;
  email: string;
  locale: Locale;
}

export interface SessionCanteen {
  id: Id;
  name: string;
  siret: string;
}

/** What the client knows of who is looking at it. */
export interface SessionState {
  /** Null: nobody is signed in. */
  user: SessionUser | null;
  /** No account exists yet: the first page asks for an administrator. */
  needsFirstAdministrator: boolean;
  /** The data is fictional, and every page says so. */
  demo: boolean;
  /** The account is one of the demonstration's: what would keep other visitors out of it is refused. */
  sharedAccount: boolean;
  /** Null until the first administrator is created. */
  organisationName: string | null;
  grants: Grant[];
  /** Canteens reached by any grant, by name; empty when nobody is signed in. */
  canteens: SessionCanteen[];
  /** Present on a demonstration when nobody is signed in. */
  demoAccounts?: DemoAccount[];
}
