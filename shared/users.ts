import * as z from "zod/mini";
import type { IsoInstant } from "./facts.ts";
import { nameField } from "./fields.ts";
import { freeTextKeySchema } from "./free-texts.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Locale } from "./locales.ts";
import { LOCALES } from "./locales.ts";
import type { Grant } from "./permissions.ts";

/** Characters of a password, both ends allowed. Length is the only rule. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** Trimmed and lower case, at most 254 characters. */
export const emailField = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254),
    z.regex(/^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/),
  );

export const passwordField = z
  .string()
  .check(z.minLength(PASSWORD_LENGTH.min), z.maxLength(PASSWORD_LENGTH.max));

export const localeField = z.enum(LOCALES);

/** A grant of a person, with the id that revokes it. */
export interface HeldGrant extends Grant {
  id: Id;
}

/** What an administrator sees of an account. */
export interface UserSummary {
  id: Id;
  email: string;
  name: string;
  locale: Locale;
  /** May no longer sign in. */
  disabled: boolean;
  createdAt: IsoInstant;
  /** Last request of a live session; null: none is open. */
  seenAt: IsoInstant | null;
  /** When the link by which they choose their password ends, or ended; null: none waits. */
  invitedUntil: IsoInstant | null;
  /** Since when they ask to be forgotten; null: they do not. */
  erasureAskedAt: IsoInstant | null;
  /** Sign-in asks for a code after the password. */
  twoStep: boolean;
  passkeys: number;
  grants: HeldGrant[];
}

/** Who may be created: without `password`, by a link on which they choose it. */
export const newUserFields = z.object({
  name: nameField,
  email: emailField,
  locale: z._default(localeField, "fr"),
  password: z.optional(passwordField),
});

export const setDisabledSchema = z.object({ userId: idSchema, disabled: z.boolean() });

/** `texts`: those where the name is cleared too. */
export const eraseUserSchema = z.object({
  userId: idSchema,
  texts: z._default(z.array(freeTextKeySchema).check(z.maxLength(200)), []),
});

export const namingTextsSchema = z.object({ userId: idSchema });

export const resetTwoStepSchema = z.object({ userId: idSchema });

export const resetPasswordSchema = z.object({ userId: idSchema, password: z.optional(passwordField) });
