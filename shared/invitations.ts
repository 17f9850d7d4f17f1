import * as z from "zod/mini";
import { nameField } from "./fields.ts";
import { passwordField } from "./users.ts";

/** 32 random bytes, base64url. */
const tokenField = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const openInvitationSchema = z.object({ token: tokenField });

export const acceptInvitationSchema = z.object({
  token: tokenField,
  name: nameField,
  password: passwordField,
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;

/** Whom a link is for. */
export interface Invited {
  name: string;
  email: string;
}

/**
 * The page of a link, under the origin of the site. The token stands after the `#`: browsers send it to nobody, so
 * that no log and no Referer ever holds it.
 */
export function invitationPath(token: string): string {
  return `/invitation#${token}`;
}
