import { describe, expect, test } from "vitest";
import { readCampaignFile } from "../../../server/readers/campaigns.ts";

const DEPARTEMENTS = new Map([
  ["pas de calais", "62"],
  ["nord", "59"],
]);

function read(text: string, year: number | null = null) {
  return readCampaignFile(Buffer.from(text), { departements: DEPARTEMENTS, year });
}

describe("published declarations", () => {
  test("are read as the State publishes them, whatever stands beside", () => {
    const { rows, skipped } = read(
      [
        "id,year,canteen_siret,canteen_department,canteen_sectors,teledeclaration_ratio_bio,teledeclaration_ratio_egalim_hors_bio",
        '1,2023,1,62,"[""Secondaire collège""]",0.148,0.2012',
        '2,2023,2,1,"[""École"",""Crèche""]",0.0,',
        "3,2023,3,2A,,1.0,0.0",
      ].join("\n"),
    );
    expect(skipped).toEqual({ departement: 0, year: 0, rate: 0 });
    expect(rows).toEqual([
      { year: 2023, departement: "62", sector: "Secondaire collège", organicBp: 1480, egalimBp: 3492 },
      { year: 2023, departement: "01", sector: "Plusieurs secteurs", organicBp: 0, egalimBp: null },
      { year: 2023, departement: "2A", sector: null, organicBp: 10_000, egalimBp: 10_000 },
    ]);
  });

  test("are read with percentages, French numbers, names of départements and the year given", () => {
    const { rows } = read(
      "Département;Taux bio;Commentaire;Ratio egalim avec bio\nPas-de-Calais;14,8 %;x;45\nNORD;0,5;x;0,75\n",
      2024,
    );
    expect(rows).toEqual([
      { year: 2024, departement: "62", sector: null, organicBp: 1480, egalimBp: 4500 },
      { year: 2024, departement: "59", sector: null, organicBp: 50, egalimBp: 75 },
    ]);
  });

  test("rows that say too little are counted, not taken", () => {
    const { rows, skipped } = read(
      "departement;annee;ratio bio\n99x;2023;0,1\n62;l'an dernier;0,1\n62;2023;beaucoup\n62;2023;0,1\n",
    );
    expect(rows).toHaveLength(1);
    expect(skipped).toEqual({ departement: 1, year: 1, rate: 1 });
  });

  test.each([
    ["departement", "annee;ratio bio\n2023;0,1\n"],
    ["organic", "annee;departement\n2023;62\n"],
    ["year", "departement;ratio bio\n62;0,1\n"],
  ])("a file without its column %s is refused", async (missing, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ missing }));
  });

  test("what is no table is refused", () => {
    expect(() => read("PK\u0003\u0004\0\0")).toThrow(expect.objectContaining({ code: "FILE_TYPE" }));
  });
});
