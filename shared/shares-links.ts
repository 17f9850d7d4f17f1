import * as z from "zod/mini";
import type { IsoDate, IsoInstant } from "./facts.ts";
import { dateField, nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import { yearField } from "./periods.ts";

/** A read-only page of a year's figures, open to whoever holds its address. */
export interface SharesLink {
  id: Id;
  organisationId: Id;
  /** Null: of the organisation's canteens together. */
  canteenId: Id | null;
  /** What it is for: « Affiche du réfectoire », « Site de la mairie ». */
  label: string;
  year: number;
  /** Last day it answers. */
  expiresOn: IsoDate;
  /** Search engines may list it. */
  indexed: boolean;
  /** Origins of the sites that may show it in a frame; empty: none. */
  embedSites: string[];
  createdAt: IsoInstant;
  /** Null: in force. */
  revokedAt: IsoInstant | null;
}

export type SharesLinkState = "live" | "expired" | "revoked";

const MOST_SITES = 5;

/** `https://www.exemple.fr`: what a browser compares, nothing more. */
const siteField = z.string().check(z.trim(), z.refine(isSite, "site"));

export const sharesLinkInputSchema = z.object({
  label: nameField,
  year: yearField,
  expiresOn: dateField,
  indexed: z.boolean(),
  embedSites: z.array(siteField).check(z.maxLength(MOST_SITES, "too-long")),
});
export type SharesLinkInput = z.infer<typeof sharesLinkInputSchema>;

export const sharesLinkSaveSchema = z.object({ id: idSchema, input: sharesLinkInputSchema });

/** Whether the link answers on that day; a revoked link stays revoked. */
export function sharesLinkState(
  { revokedAt, expiresOn }: Pick<SharesLink, "revokedAt" | "expiresOn">,
  today: IsoDate,
): SharesLinkState {
  if (revokedAt !== null) return "revoked";
  return today > expiresOn ? "expired" : "live";
}

/** Where a link leads, from the site's own address. */
export function sharesLinkPath(token: string): string {
  return `/p/${token}`;
}

function isSite(text: string): boolean {
  return /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i.test(text);
}
