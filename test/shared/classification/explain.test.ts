import { describe, expect, test } from "vitest";
import { classify } from "../../../shared/classification/classify.ts";
import { explain } from "../../../shared/classification/explain.ts";
import type { ClassifyContext, FactVerdict, LineFacts, Place } from "../../../shared/facts.ts";
import { RULE_IDS } from "../../../shared/law/rules.ts";
import { LOCALES } from "../../../shared/locales.ts";
import { certificate, context, lineFacts, place, within } from "../../support/line-facts.ts";

type Given = [facts: Partial<LineFacts>, around?: Partial<ClassifyContext>];

const NAMED = { producerName: "Ferme des Hauts" };
const BIO = { claims: ["BIO"] as const };
const HVE = { claims: ["HVE"] as const };
const MEAT = { family: "VIANDES_VOLAILLES" as const };
const proven = { certificates: [certificate("BIO")] };
const level2 = { certificates: [certificate("CE2", { validTo: null })] };
const lot = {
  reference: "2025-07",
  externalitiesWeightBp: 2000,
  externalitiesMarkBp: 6000,
  environmentWeightBp: 3000,
  directSupplyWeightBp: 2000,
};
const calais = at(50_951_940, 0);
const departement = { localDefinition: { scope: "DEPARTEMENT" as const, radiusM: null } };

function at(latE6: number, uncertaintyM: number): Place {
  return place({ communeName: "Calais", position: { latE6, lngE6: 1_856_350, uncertaintyM } });
}

/** Lines that reach every rule. */
const GIVEN: Given[] = [
  [{ family: null }],
  [{}],
  [BIO, proven],
  [{ ...BIO, organicStage: "C1" }, proven],
  [{ ...BIO, organicStage: "C2" }, proven],
  [{ ...BIO, organicStage: "C3", plant: false }],
  [{ ...BIO, organicStage: "C3", plant: null }, proven],
  [{ ...BIO, organicStage: "C3", composition: "PROCESSED" }],
  [{ ...BIO, composition: null }, proven],
  [{ ...BIO, composition: "PROCESSED" }, proven],
  [{ ...BIO, composition: "PROCESSED", certifiedShareBp: 9499 }, proven],
  [BIO],
  [{ ...BIO, date: "2026-01-01" }, proven],
  [{ ...BIO, date: "2024-12-31" }, proven],
  [BIO, { certificates: [certificate("BIO", { families: ["BOISSONS"] })] }],
  [BIO, { certificates: [certificate("BIO", { offerIds: ["another"] })] }],
  [{ claims: ["IGP"] }, { certificates: [certificate("IGP", { validTo: null })] }],
  [{ claims: ["LABEL_ROUGE"], family: "BOISSONS" }],
  [HVE, level2],
  [{ ...HVE, date: "2027-01-01" }, level2],
  [
    { claims: ["FERMIER"], family: "PRODUITS_LAITIERS", farmKind: "EGGS" },
    { certificates: [certificate("FERMIER")] },
  ],
  [{ claims: ["FERMIER"], ...MEAT }],
  [{ claims: ["FERMIER"], ...MEAT, farmKind: "CHEESE" }],
  [{ claims: ["FERMIER"], ...MEAT, farmKind: "POULTRY" }],
  [{ claims: ["FERMIER", "BIO"], ...MEAT, farmKind: "POULTRY" }, { certificates: [certificate("FERMIER")] }],
  [{ claims: ["EXTERNALITES"], contractLot: lot }],
  [{ claims: ["EXTERNALITES"] }],
  [{ claims: ["EXTERNALITES"], contractLot: { ...lot, externalitiesWeightBp: 500 } }],
  [{ claims: ["EXTERNALITES"], contractLot: { ...lot, externalitiesMarkBp: null } }],
  [{ claims: ["EXTERNALITES"], contractLot: { ...lot, externalitiesMarkBp: 3999 } }],
  [{ claims: ["PERFORMANCE"], contractLot: lot }],
  [{ claims: ["PERFORMANCE"] }],
  [{ claims: ["PERFORMANCE"], contractLot: { ...lot, environmentWeightBp: 0 } }],
  [{ claims: ["PERFORMANCE"], contractLot: { ...lot, environmentWeightBp: 1000 } }],
  [{ claims: ["BIO", "IGP"] }, { certificates: [certificate("IGP")] }],
  [{ ...NAMED, intermediaries: 0 }],
  [{ ...NAMED, intermediaries: 1 }],
  [{ intermediaries: 0 }],
  [{ intermediaries: 2 }],
  [{ claimedShort: true, claimedLocal: true }],
  [{ claimedShort: false, claimedLocal: false }],
  [{}, { localDefinition: null }],
  [{ ...NAMED, origins: [place()] }, departement],
  [{ origins: [place()] }, departement],
  [{ origins: [place({ departement: "59", communeName: "Lille" })] }, departement],
  [{ ...NAMED, origins: [calais] }, { localDefinition: within(100_000) }],
  [{ origins: [calais] }, { localDefinition: within(100_000) }],
  [{ origins: [calais] }],
  [{ origins: [at(50_951_940, 30_000)] }],
  [{ origins: [place({ position: null })] }],
];

function factsOf([facts, around]: Given): FactVerdict[] {
  const verdict = classify(lineFacts(facts), context(around));
  return [verdict.organic, verdict.quality, verdict.short, verdict.local, verdict.egalim];
}

/** The fact of the line that `rule` decides. */
function said(rule: string, given: Given): { fr: string; en: string } {
  const fact = factsOf(given).find((candidate) => candidate.rule === rule);
  if (fact === undefined) throw new Error(`no fact decided by ${rule}`);
  return { fr: plain(explain(fact, "fr")), en: plain(explain(fact, "en")) };
}

function plain(sentence: string): string {
  return sentence.replace(/[\u00A0\u202F]/g, " ");
}

describe("explain", () => {
  const facts = GIVEN.flatMap(factsOf);

  /** Every rule met, as the fact's own or as the reason of the EGalim decision. */
  const met = new Set(facts.flatMap((fact) => [fact.rule, String(fact.facts.reason ?? fact.rule)]));

  test.each(RULE_IDS)("%s is reached", (rule) => {
    expect(met).toContain(rule);
  });

  test.each(LOCALES)("every verdict has a whole sentence in %s", (locale) => {
    for (const fact of facts) {
      const sentence = explain(fact, locale);
      expect(sentence).toMatch(/^["“«\d\p{Lu}].*\.$/u);
      expect(sentence, fact.rule).not.toMatch(/undefined|null|NaN|\(\)| {2}|«\s*»|“”/);
    }
  });

  test("French has its no-break spaces, and no plain one before a double sign", () => {
    for (const fact of facts) expect(explain(fact, "fr")).not.toMatch(/ [:;!?»]|« /);
  });

  test("the certificate is named with its validity", () => {
    expect(said("organic-certified", [BIO, proven])).toEqual({
      fr: "Bio certifié : certificat BIO-001 de Ferme des Hauts, valable du 01/01/2025 au 31/12/2025.",
      en: "Certified organic: certificate BIO-001 of Ferme des Hauts, valid from 1 Jan 2025 to 31 Dec 2025.",
    });
    expect(said("certificate-expired", [{ ...BIO, date: "2026-01-01" }, proven]).fr).toBe(
      "Bio annoncé, mais le certificat BIO-001 de Ferme des Hauts a expiré le 31/12/2025.",
    );
  });

  test("the end of level 2 is the day of the law", () => {
    expect(said("hve-ce2-ended", [{ ...HVE, date: "2027-01-01" }, level2]).fr).toContain(
      "après le 31/12/2026",
    );
  });

  test("distances are in km, to the metre next to the radius", () => {
    expect(
      said("local-km-inside", [{ ...NAMED, origins: [calais] }, { localDefinition: within(100_000) }]).fr,
    ).toBe("Produit par Ferme des Hauts : 98,1 km entre Calais et Arras, dans le rayon de 100 km.");
    expect(said("local-km-outside", [{ origins: [calais] }, { localDefinition: within(98_100) }]).fr).toBe(
      "98,138 km entre Calais et Arras, au-delà du rayon de 98,1 km.",
    );
    expect(said("local-km-uncertain", [{ origins: [at(50_951_940, 30_000)] }]).fr).toMatch(
      /^98,1 km entre Calais et Arras \(à 30,0 km près\) : trop imprécis/,
    );
  });

  test("the EGalim verdict says what decides it", () => {
    expect(said("egalim-declared", [BIO]).fr).toBe(
      "Annoncé « Bio » sans preuve complète : ne compte que dans le taux déclaré. Bio annoncé, mais aucun certificat au dossier : demandez-le à Grossiste du Nord.",
    );
    expect(
      said("egalim-better-declared", [{ claims: ["BIO", "IGP"] }, { certificates: [certificate("IGP")] }]).en,
    ).toMatch(
      /^Counts for EGalim as “PGI”; it would count as “Organic” with a complete proof\. Organic claimed/,
    );
  });

  test("a rule that no longer exists is named", () => {
    expect(explain({ status: "no", rule: "gone", facts: {} }, "en")).toBe("Former rule “gone”.");
  });
});
