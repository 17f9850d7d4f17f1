import { randomBytes } from "node:crypto";
import { constraintOf } from "../../db/constraint.ts";
import {
  findUsablePasskey,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  takeChallenge,
  updatePasskeyUsed,
} from "../../db/queries/passkeys.ts";
import type { Device } from "../../shared/devices.ts";
import type { Id } from "../../shared/ids.ts";
import type { AddPasskey, PasskeyCreation, PasskeyRequest, PasskeySignIn } from "../../shared/passkeys.ts";
import type { SessionUser } from "../../shared/session.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { instantAfter } from "../security/session-token.ts";
import { openSession } from "./sign-in.ts";

/** Where the page was served from: `https://host`; a passkey is bound to that host. */
export interface Site {
  origin: string;
}

const CHALLENGE_MS = 5 * 60_000;

/** Half of the library reads certificates: it is loaded when the first passkey is. */
const webauthn = () => import("@simplewebauthn/server");
/** ES256, EdDSA and RS256: what every device of today signs with one of. */
const ALGORITHMS = [-7, -8, -257];

/** What the browser makes a passkey from. The person is known to the device by an id that says nothing. */
export async function startPasskey(
  ctx: ActionContext,
  { user, origin }: Site & { user: SessionUser },
): Promise<PasskeyCreation> {
  const held = await listPasskeys(ctx.reader, user.id);
  const challenge = await giveChallenge(ctx, user.id);
  return {
    challenge,
    rp: { name: "Bonnepart", id: new URL(origin).hostname },
    user: {
      id: Buffer.from(user.id).toString("base64url"),
      name: user.email,
      displayName: user.name,
    },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: held.map(({ id }) => ({ type: "public-key", id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
  };
}

/** Keeps the passkey that the browser made. AppError INVALID { reason: "passkey" } for an answer to nothing asked. */
export async function addPasskey(
  ctx: ActionContext,
  { name, response, userId, origin }: AddPasskey & Site & { userId: Id },
): Promise<void> {
  const { verifyRegistrationResponse } = await webauthn();
  const { transports = [] } = response.response;
  const verified = await verifyRegistrationResponse({
    response: { ...response, response: { ...response.response, transports } },
    expectedChallenge: (challenge) => takeGiven(ctx, { challenge, userId }),
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refusePasskey);
  if (!verified.verified) refusePasskey();
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const row = {
    id,
    user_id: userId,
    public_key: Buffer.from(publicKey).toString("base64url"),
    counter,
    name,
  };
  await insertPasskey(ctx.db, {
    ...row,
    transports: JSON.stringify(transports),
    created_at: ctx.now,
    used_at: null,
  }).catch((error: unknown) => {
    if (constraintOf(error) === "unique") throw new AppError("CONFLICT", { reason: "passkey-known" });
    throw error;
  });
}

/** What any passkey of this site may sign: the device knows whose it is. */
export async function startPasskeySignIn(ctx: ActionContext, { origin }: Site): Promise<PasskeyRequest> {
  const challenge = await giveChallenge(ctx, null);
  return { challenge, rpId: new URL(origin).hostname, userVerification: "required" };
}

/**
 * The token of a new session. The device has verified its person (finger, face or code): a passkey is both steps at
 * once. AppError INVALID { reason: "passkey" } whatever is wrong: unknown, removed, disabled, answered already.
 */
export async function signInWithPasskey(
  ctx: ActionContext,
  { response, origin, ...session }: PasskeySignIn & Site & { formerTokenHash: string | null; device: Device },
): Promise<string> {
  const { verifyAuthenticationResponse } = await webauthn();
  const kept = await findUsablePasskey(ctx.db, response.id);
  if (kept === undefined) refusePasskey();
  const { userHandle, ...signed } = response.response;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...response, response: signed },
    expectedChallenge: (challenge) => takeGiven(ctx, { challenge, userId: null }),
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    credential: {
      id: kept.id,
      publicKey: new Uint8Array(Buffer.from(kept.public_key, "base64url")),
      counter: kept.counter,
    },
  }).catch(refusePasskey);
  if (!verified) refusePasskey();
  await updatePasskeyUsed(ctx.db, { id: kept.id, counter: authenticationInfo.newCounter, now: ctx.now });
  return await openSession(ctx, { userId: kept.user_id, ...session });
}

/** 32 random bytes that one answer takes. */
async function giveChallenge({ db, now }: ActionContext, userId: Id | null): Promise<string> {
  const challenge = randomBytes(32).toString("base64url");
  await insertChallenge(db, { challenge, userId, now, over: instantAfter(now, -CHALLENGE_MS) });
  return challenge;
}

async function takeGiven(
  { db, now }: ActionContext,
  given: { challenge: string; userId: Id | null },
): Promise<boolean> {
  return await takeChallenge(db, { ...given, over: instantAfter(now, -CHALLENGE_MS) });
}

/** The library throws at whatever is wrong in an answer, and everything in it is the caller's. */
function refusePasskey(): never {
  throw new AppError("INVALID", { reason: "passkey" });
}
