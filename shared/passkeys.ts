import * as z from "zod/mini";
import type { IsoInstant } from "./facts.ts";
import { nameField } from "./fields.ts";

const base64url = (longest: number) => z.string().check(z.maxLength(longest), z.regex(/^[A-Za-z0-9_-]*$/));

const credentialId = base64url(1_400).check(z.minLength(1));

const credential = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  /** Nothing of what extensions answer is read. */
  clientExtensionResults: z.pipe(
    z.unknown(),
    z.transform(() => ({})),
  ),
};

/** What a browser answers when a passkey is made (WebAuthn's RegistrationResponseJSON). */
export const addPasskeySchema = z.object({
  name: nameField,
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(4_000),
      attestationObject: base64url(20_000),
      transports: z.optional(z.array(z.string().check(z.maxLength(30))).check(z.maxLength(10))),
    }),
  }),
});
export type AddPasskey = z.infer<typeof addPasskeySchema>;

/** What a browser answers when a passkey signs (WebAuthn's AuthenticationResponseJSON). */
export const passkeySignInSchema = z.object({
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(4_000),
      authenticatorData: base64url(4_000),
      signature: base64url(2_000),
      userHandle: z.nullish(base64url(200)),
    }),
  }),
});
export type PasskeySignIn = z.infer<typeof passkeySignInSchema>;

/** Nothing to say; sent alone, a body must be there to be read. */
export const startPasskeySignInSchema = z.object({});

export const removePasskeySchema = z.object({ id: credentialId });

/** A passkey as its person sees it. */
export interface Passkey {
  id: string;
  name: string;
  createdAt: IsoInstant;
  /** Null: never signed in with. */
  usedAt: IsoInstant | null;
}

/** What a browser makes a passkey from (WebAuthn's PublicKeyCredentialCreationOptionsJSON). */
export interface PasskeyCreation {
  rp: { name: string; id: string };
  user: { id: string; name: string; displayName: string };
  challenge: string;
  pubKeyCredParams: { type: "public-key"; alg: number }[];
  excludeCredentials: { id: string; type: "public-key" }[];
  authenticatorSelection: { residentKey: "required"; userVerification: "required" };
  attestation: "none";
}

/** What a passkey signs (WebAuthn's PublicKeyCredentialRequestOptionsJSON). */
export interface PasskeyRequest {
  challenge: string;
  rpId: string;
  userVerification: "required";
}
