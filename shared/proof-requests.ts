import * as z from "zod/mini";
import type { Certificate } from "./certificates.ts";
import type { IsoDate, IsoInstant, Scheme } from "./facts.ts";
import { SCHEMES } from "./facts.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";

/** Longest letter, characters. */
export const MAX_LETTER = 8000;

/** What a letter asks for; `certificateId` null: a proof that was never on file. */
export const askedProofSchema = z.object({
  scheme: z.enum(SCHEMES, "choice"),
  certificateId: z.nullable(idSchema),
});
export type AskedProof = z.infer<typeof askedProofSchema>;

/** `id` is made by the client: sending the same request again changes nothing. */
export const proofRequestSchema = z.object({
  id: idSchema,
  supplierId: idSchema,
  proofs: z.array(askedProofSchema).check(z.minLength(1), z.maxLength(50)),
  letter: z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(MAX_LETTER, "too-long")),
});
export type ProofRequestInput = z.infer<typeof proofRequestSchema>;

/** A letter that was sent to a supplier. */
export interface ProofRequest extends ProofRequestInput {
  organisationId: Id;
  askedOn: IsoDate;
  createdAt: IsoInstant;
}

/** Where a request stands: `received` once a proof of the scheme came in after it. */
export interface AskedState {
  requestId: Id;
  supplierId: Id;
  scheme: Scheme;
  askedOn: IsoDate;
  /** Null: still waited for. */
  receivedOn: IsoDate | null;
}

/** A proof with the moment it came in. */
export type FiledCertificate = Certificate & { createdAt: IsoInstant };

/** Where each proof of a request stands. */
export function askedStates(
  { id, supplierId, proofs, askedOn, createdAt }: ProofRequest,
  certificates: readonly FiledCertificate[],
): AskedState[] {
  return proofs.map(({ scheme }) => {
    const arrivals = certificates
      .filter((one) => one.supplierId === supplierId && one.scheme === scheme && one.createdAt > createdAt)
      .map((one) => one.createdAt.slice(0, 10))
      .sort();
    return { requestId: id, supplierId, scheme, askedOn, receivedOn: arrivals[0] ?? null };
  });
}
