import * as z from "zod/mini";
import type { Distribution } from "./indicators/distribution.ts";
import { yearField } from "./periods.ts";

/** Rates that every canteen declares each year, and that the State publishes. */
export const CAMPAIGN_RATES = ["ORGANIC", "EGALIM"] as const;
export type CampaignRate = (typeof CAMPAIGN_RATES)[number];

/** One canteen's published declaration; nothing that names it is kept. */
export interface CampaignRow {
  year: number;
  /** INSEE code. */
  departement: string;
  /** As published; null: not said. */
  sector: string | null;
  /** Basis points of purchases HT. */
  organicBp: number;
  /** Organic included; null: not said. */
  egalimBp: number | null;
}

/** Why a row of a file counts for nothing. */
export const CAMPAIGN_SKIPS = ["departement", "year", "rate"] as const;
export type CampaignSkip = (typeof CAMPAIGN_SKIPS)[number];

/** What a file of a campaign gave. */
export interface CampaignLoad {
  years: { year: number; rows: number }[];
  skipped: Record<CampaignSkip, number>;
}

/** A département needs as many canteens to have a median that says something. */
export const LEAST_DECLARED = 5;

export interface DepartementRates extends Distribution {
  /** INSEE code. */
  code: string;
  name: string;
}

export interface CampaignComparison {
  /** Years loaded, latest first; empty: none. */
  years: number[];
  /** Null: none is loaded. */
  year: number | null;
  /** Sectors of the year by number of canteens, most first. */
  sectors: { name: string; rows: number }[];
  /** Highest median first; those with fewer than LEAST_DECLARED canteens are left out. */
  departements: DepartementRates[];
  /** Every canteen of France. */
  france: Distribution | null;
  /** Code of the département where the canteens are; null: they have none among those. */
  own: string | null;
  /** Name of the file and day it was loaded. */
  source: { name: string; loadedOn: string } | null;
}

export const campaignSchema = z.object({
  year: z.nullish(yearField),
  sector: z.nullish(z.string().check(z.maxLength(200))),
  rate: z._default(z.enum(CAMPAIGN_RATES), "ORGANIC"),
});
export type CampaignAsked = z.infer<typeof campaignSchema>;
