import * as z from "zod/mini";
import type { IsoInstant } from "./facts.ts";

/** Six digits of an application, or a recovery code. */
export const stepCodeField = z.string().check(z.trim(), z.minLength(6), z.maxLength(20));

const triedPassword = z.string().check(z.minLength(1), z.maxLength(200));

/** What touches the second step asks for the password again: a screen left open is not enough. */
export const provenSchema = z.object({ currentPassword: triedPassword });

export const confirmTwoStepSchema = z.object({ code: stepCodeField });

/** What a person sees of their second step. */
export interface TwoStepState {
  /** Null: sign-in asks for the password alone. */
  enabledAt: IsoInstant | null;
  recoveryCodesLeft: number;
}

/** What an application is given; nowhere told again. */
export interface TwoStepOffer {
  /** base32, for who types it. */
  secret: string;
  /** `otpauth://…`, for the QR code. */
  address: string;
}
