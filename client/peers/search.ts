import type { CampaignRate } from "../../shared/campaigns.ts";

/** What the address of the comparison says. */
export interface PeersSearch {
  territory?: string;
  /** Of the canteen's purchases. */
  year?: number;
  /** Year of the published declarations. */
  campaign?: number;
  sector?: string;
  rate?: CampaignRate;
}

const TERRITORY = /^(EPCI|DEP|REG|PAT)-[A-Za-z0-9-]{1,60}$/;

/** What of the address is understood; the rest is left out. */
export function validatePeersSearch(search: Record<string, unknown>): PeersSearch {
  const { territory, year, campaign, sector, rate } = search;
  return {
    ...(typeof territory === "string" && TERRITORY.test(territory) ? { territory } : {}),
    ...(isYear(year) ? { year } : {}),
    ...(isYear(campaign) ? { campaign } : {}),
    ...(typeof sector === "string" && sector !== "" && sector.length <= 200 ? { sector } : {}),
    ...(rate === "ORGANIC" || rate === "EGALIM" ? { rate } : {}),
  };
}

function isYear(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 2000 && value <= 2100;
}
