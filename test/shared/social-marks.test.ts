import { expect, test } from "vitest";
import type { SocialIndicator } from "../../shared/indicators/social.ts";
import { SOCIAL_INDICATORS, socialBits, socialSharesOf } from "../../shared/indicators/social.ts";
import type { DatedStatus } from "../../shared/social-marks.ts";
import { socialMarksOn } from "../../shared/social-marks.ts";
import type { SocialStatus } from "../../shared/social-statuses.ts";
import { economyOf, SOCIAL_STATUSES } from "../../shared/social-statuses.ts";
import { findContradiction, statusesOn } from "../../shared/supplier-statuses.ts";
import { cell } from "../support/cells.ts";

function dated(status: SocialStatus, given: Partial<DatedStatus> = {}): DatedStatus {
  return { status, reference: null, validFrom: null, validTo: null, ...given };
}

/** The indicators that a line of a supplier with these statuses counts in, at that certainty. */
function countedIn(
  statuses: readonly DatedStatus[],
  {
    date = "2026-05-10",
    certainty = "declared" as const,
  }: { date?: string; certainty?: "strict" | "declared" } = {},
): SocialIndicator[] {
  const social = socialMarksOn(statuses, date);
  return SOCIAL_INDICATORS.filter((indicator) => (social & socialBits(indicator, certainty)) !== 0);
}

const ESS: readonly SocialIndicator[] = ["SOCIAL", "ESS"];
const SIAE: readonly SocialIndicator[] = ["SOCIAL", "INSERTION", "SIAE"];
const ADAPTED: readonly SocialIndicator[] = ["SOCIAL", "INSERTION", "ADAPTED"];

/** Every status, and all that it counts in: law of 2014, labour code, the département's own. */
const TABLE: Readonly<Record<SocialStatus, readonly SocialIndicator[]>> = {
  ASSOCIATION: ESS,
  COOPERATIVE: ESS,
  MUTUELLE: ESS,
  FONDATION: ESS,
  SOCIETE_ESS: ESS,
  SOCIETE: [],
  EXPLOITATION_AGRICOLE: [],
  ENTREPRISE_INDIVIDUELLE: [],
  PUBLIC: [],
  EI: SIAE,
  ACI: SIAE,
  AI: SIAE,
  ETTI: SIAE,
  EA: ADAPTED,
  EATT: ADAPTED,
  ESAT: ["SOCIAL", "INSERTION", "ESAT"],
  GEIQ: ["SOCIAL", "INSERTION"],
  ESUS: ["SOCIAL", "ESS", "ESUS"],
  LABEL: ["LABEL"],
  CHARTER: ["CHARTER"],
};

test.each(
  SOCIAL_STATUSES,
)("%s counts in what the law says, confirmed only when something proves it", (status) => {
  expect(countedIn([dated(status)])).toEqual(TABLE[status]);
  expect(countedIn([dated(status)], { certainty: "strict" })).toEqual([]);
  expect(countedIn([dated(status, { reference: "Arrêté" })], { certainty: "strict" })).toEqual(TABLE[status]);
});

test.each([
  ["2026-03-14", []],
  ["2026-03-15", SIAE],
  ["2026-06-30", SIAE],
  ["2026-07-01", []],
] as const)("a status from 15 March to 30 June counts on its days: on %s %j", (date, expected) => {
  const status = dated("ACI", { validFrom: "2026-03-15", validTo: "2026-06-30" });
  expect(countedIn([status], { date })).toEqual(expected);
  expect(statusesOn([status], date)).toEqual(expected.length === 0 ? [] : ["ACI"]);
});

test("a workshop of an association with an approval counts in each, once in the whole", () => {
  const statuses = [dated("ASSOCIATION"), dated("ACI", { reference: "Convention" }), dated("ESUS")];
  expect(countedIn(statuses)).toEqual(["SOCIAL", "ESS", "ESUS", "INSERTION", "SIAE"]);
  expect(countedIn(statuses, { certainty: "strict" })).toEqual(["SOCIAL", "INSERTION", "SIAE"]);
  const social = socialMarksOn(statuses, "2026-05-10");
  const shares = socialSharesOf([cell({ social, amountCents: 700 }), cell({ amountCents: 300 })], "value");
  expect(shares.SOCIAL).toEqual({
    strict: { numerator: 700, denominator: 1000 },
    declared: { numerator: 700, denominator: 1000 },
  });
  expect(shares.ESS.strict).toEqual({ numerator: 0, denominator: 1000 });
});

test("a public sheltered workshop is of insertion, and not of the social economy", () => {
  expect(countedIn([dated("PUBLIC"), dated("ESAT")])).toEqual(["SOCIAL", "INSERTION", "ESAT"]);
  expect(economyOf(["PUBLIC", "ESAT"])).toBeNull();
});

test("nothing bought is no denominator", () => {
  expect(socialSharesOf([], "value").SOCIAL.declared).toEqual({ numerator: 0, denominator: 0 });
});

test.each([
  ["the same status on a common day", "ACI", "ACI", "2026-06-30", true],
  ["the same status once it has ended", "ACI", "ACI", "2026-07-01", false],
  ["two legal forms at once", "ASSOCIATION", "SOCIETE", "2026-06-30", true],
  ["one legal form after the other", "ASSOCIATION", "SOCIETE", "2026-07-01", false],
  ["a legal form and an approval", "ASSOCIATION", "ESUS", "2026-06-30", false],
] as const)("contradiction, %s", (_what, first, second, from, expected) => {
  const before = { id: "1", supplierId: "s", ...dated(first, { validTo: "2026-06-30" }) };
  const after = { id: "2", supplierId: "s", ...dated(second, { validFrom: from }) };
  expect(findContradiction(after, [before, after])).toBe(expected ? before : undefined);
  expect(findContradiction(before, [before, after])).toBe(expected ? after : undefined);
});
