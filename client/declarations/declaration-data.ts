import type { RouterOutputs } from "../trpc.ts";

/** The yearly declaration of a canteen, as the server gives it. */
export type DeclarationPageData = RouterOutputs["declarations"]["get"];
