import { describe, expect, test } from "vitest";
import { canteenInputSchema } from "../../shared/canteens.ts";
import { fieldIssueSentence } from "../../shared/field-issues.ts";
import { localDefinitionInputSchema, localDefinitionOn } from "../../shared/local-definitions.ts";
import { supplierInputSchema } from "../../shared/suppliers.ts";

const SUPPLIER = {
  name: "Ferme des Deux Caps",
  siret: null,
  kind: "PRODUCER",
  commune: null,
  productionCommune: null,
  position: null,
  active: true,
};

function refusals(input: Record<string, unknown>): unknown[] {
  const issues = supplierInputSchema.safeParse({ ...SUPPLIER, ...input }).error?.issues ?? [];
  return issues.map((issue) => [issue.path[0], issue.message]);
}

describe("supplierInputSchema", () => {
  test("a SIRET loses its spaces, breaking or not", () => {
    expect(supplierInputSchema.parse({ ...SUPPLIER, siret: "732 829\u00A0320 00074" }).siret).toBe(
      "73282932000074",
    );
  });

  test("a SIRET says whether digits are missing or the key is wrong, one thing at a time", () => {
    expect(refusals({ siret: "7328293200007" })).toEqual([["siret", "siret-length"]]);
    expect(refusals({ siret: "73282932000075" })).toEqual([["siret", "siret-key"]]);
  });

  test("a position outside the Earth is refused under its field", () => {
    expect(refusals({ position: { latE6: 90_000_001, lngE6: 0 } })).toEqual([["position", "position"]]);
    expect(refusals({ position: { latE6: 90_000_000, lngE6: -180_000_000 } })).toEqual([]);
  });

  test("every refusal has a sentence in both languages", () => {
    expect(fieldIssueSentence("siret-key", "fr")).toContain("clé");
    expect(fieldIssueSentence("siret-key", "en")).toContain("check digit");
    expect(fieldIssueSentence("anything else", "fr")).toBe("Cette valeur n'est pas acceptée.");
  });
});

describe("canteenInputSchema", () => {
  test("a UAI is 7 digits and a letter", () => {
    const uai = canteenInputSchema.shape.uai;
    expect(uai.parse(" 0620001a ")).toBe("0620001A");
    expect(uai.safeParse("620001A").error?.issues[0]?.message).toBe("uai");
  });
});

describe("definitions of local", () => {
  test("a radius is asked for KM and refused elsewhere", () => {
    const on = { validFrom: "2026-01-01" };
    expect(localDefinitionInputSchema.safeParse({ ...on, scope: "KM", radiusM: 80_000 }).success).toBe(true);
    expect(localDefinitionInputSchema.safeParse({ ...on, scope: "KM", radiusM: null }).success).toBe(false);
    expect(localDefinitionInputSchema.safeParse({ ...on, scope: "REGION", radiusM: 80_000 }).success).toBe(
      false,
    );
  });

  test("the one in force is the latest that has begun", () => {
    const of = (validFrom: string) => ({
      id: validFrom,
      organisationId: "o",
      validFrom,
      scope: "REGION" as const,
      radiusM: null,
    });
    const all = [of("2024-01-01"), of("2026-06-01"), of("2025-01-01")];
    expect(localDefinitionOn(all, "2023-12-31")).toBeNull();
    expect(localDefinitionOn(all, "2026-05-31")?.id).toBe("2025-01-01");
    expect(localDefinitionOn(all, "2026-06-01")?.id).toBe("2026-06-01");
  });
});
