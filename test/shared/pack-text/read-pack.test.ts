import { describe, expect, it } from "vitest";
import type { PackAssumption, PackRefusal } from "../../../shared/pack-text/read-pack.ts";
import { readPack } from "../../../shared/pack-text/read-pack.ts";
import type { Unit } from "../../../shared/quantity.ts";

/** Unit, text, grams of one unit. */
const WEIGHTS: readonly [Unit | null, string, number][] = [
  ["KG", "Carotte carton 10 kg", 1000],
  ["G", "Safran", 1],
  ["BOX", "Carottes carton 10 kg", 10_000],
  ["BOX", "Carottes colis de 10kg", 10_000],
  ["BOX", "CAROTTES 10KG", 10_000],
  ["BOX", "Carotte sable, cat. 1, cagette 12 kg", 12_000],
  ["BOX", "Pomme golden 70/75 cat 1 plateau 13 kg", 13_000],
  ["SACK", "Sac 25KG farine T55", 25_000],
  ["SACK", "Farine T55 sac 25 kgs", 25_000],
  ["SACK", "Pommes de terre sac de 25 kilos", 25_000],
  ["SACK", "Riz long 5 KILOS", 5_000],
  ["SACK", "Sucre, sac : 1 kg", 1_000],
  ["BOX", "Yaourt nature 12 x 125 g", 1_500],
  ["BOX", "Yaourt nature 12x125g", 1_500],
  ["BOX", "Yaourt nature 12 × 125 g", 1_500],
  ["BOX", "Yaourt nature 12*125 gr", 1_500],
  ["BOX", "Yaourt 125g x12", 1_500],
  ["BOX", "Yaourt 125 g (x 12)", 1_500],
  ["BOX", "Yaourt 125 g par 12", 1_500],
  ["BOX", "Yaourt 125 g colis de 12", 1_500],
  ["BOX", "Barquette 500g x8", 4_000],
  ["BOX", "Fraises 8 barquettes de 500 g", 4_000],
  ["BOX", "Fraises carton de 8 barquettes 500 g", 4_000],
  ["BOX", "Petit suisse 2 x 6 x 60 g", 720],
  ["BOX", "Emmental râpé 10 sachets de 1 kg", 10_000],
  ["BOX", "Emmental râpé carton 10 sachets d'1 kg", 10_000],
  ["BOX", "Carottes carton 10 kg (2 x 5 kg)", 10_000],
  ["BOX", "Steak haché 15 % 40 x 125 g", 5_000],
  ["BOX", "30 steaks 100 g", 3_000],
  ["PIECE", "Beurre doux plaquette 250 g", 250],
  ["PIECE", "Beurre doux 82 % MG 250g", 250],
  ["PIECE", "Comté AOP 12 mois 500 g", 500],
  ["PIECE", "Pizza 4 fromages 400 g", 400],
  ["PIECE", "Brie 3,2 kg", 3_200],
  ["PIECE", "Brie 3.2 kg", 3_200],
  ["PIECE", "Levure 0,500 kg", 500],
  ["PIECE", "Levure 0.500 kg", 500],
  ["PIECE", "Beurre 1/2 kg", 500],
  ["PIECE", "Beurre 1/4 kg", 250],
  ["PIECE", "Semoule 1 000 g", 1_000],
  ["PIECE", "Persil botte 100 g", 100],
  ["BUNCH", "Radis botte 250 g", 250],
  ["BOX", "Olives carton 850 g", 850],
  ["BOX", "Poids net 2,4 kg, poids brut 2,7 kg", 2_400],
  ["PIECE", "Thon poids net 1,705 kg poids net égoutté 1,2 kg", 1_705],
  ["PIECE", "Haricots verts boîte 4/4 égoutté 460 g", 460],
  ["SACK", "Carton de 4 sacs de 2,5 kg", 2_500],
  ["BOX", "Carton de 4 sacs de 2,5 kg", 10_000],
  ["BOX", "Filet de colin carton 5 kg, portions 100 g", 5_000],
  [null, "Lentilles vertes 5 kg", 5_000],
  ["SACK", "Lentilles\u00A0vertes 12,5\u00A0kg", 12_500],
  ["PIECE", "Sel fin 12,50 €/kg 1 kg", 1_000],
  ["BOX", "Compote 48 gourdes 90 g", 4_320],
  ["PIECE", "Mayonnaise seau de 5 kg, 680 kcal pour 100 g", 5_000],
];

/** Unit, text, grams, and what the weight rests on. */
const ASSUMED: readonly [Unit | null, string, number, PackAssumption][] = [
  ["PIECE", "Poulet pièce ~1,2 kg", 1_200, "APPROXIMATE"],
  ["PIECE", "Poulet env. 1,2 kg", 1_200, "APPROXIMATE"],
  ["PIECE", "Poulet environ 1,2kg", 1_200, "APPROXIMATE"],
  ["BOX", "Jambon 2 x 7 kg env.", 14_000, "APPROXIMATE"],
  ["BOX", "Poulets 6 x ~1,2 kg", 7_200, "APPROXIMATE"],
  ["PIECE", "Laitue", 250, "PIECE_WEIGHT"],
  ["PIECE", "Salade laitue, pièce", 250, "PIECE_WEIGHT"],
  ["BOX", "Laitues colis de 12", 3_000, "PIECE_WEIGHT"],
  ["BOX", "Choux-fleurs carton de 6", 9_000, "PIECE_WEIGHT"],
  ["PIECE", "Céleri-rave", 1_000, "PIECE_WEIGHT"],
];

/** Unit, text, millilitres of one unit. */
const VOLUMES: readonly [Unit | null, string, number][] = [
  ["L", "Lait demi-écrémé", 1_000],
  ["BOX", "Eau plate 6x1,5 L", 9_000],
  ["BOX", "Eau plate 6 bouteilles de 1,5L", 9_000],
  ["BOX", "Eau plate pack de 6 x 150 cl", 9_000],
  ["PIECE", "Huile de tournesol bidon 5L", 5_000],
  ["PIECE", "Jus de pomme 250 ml", 250],
  ["PIECE", "Jus de pomme 25cl", 250],
  ["PIECE", "Vinaigre 1 litre", 1_000],
  ["PIECE", "Crème 2 dl", 200],
  ["PIECE", "Haricots verts boîte 4/4", 850],
  ["BOX", "Tomates pelées 6 x 5/1", 25_500],
  ["BOX", "Tomates pelées 3 boîtes 5/1", 12_750],
  ["PIECE", "Maïs boîte 1/2", 425],
  ["PIECE", "Lait 1/2 L", 500],
];

/** Unit, text, why there is no weight. */
const REFUSED: readonly [Unit | null, string, PackRefusal][] = [
  ["BUNCH", "Persil botte", "NOTHING"],
  ["PIECE", "Melon charentais", "NOTHING"],
  ["BOX", "Bananes", "NOTHING"],
  ["PIECE", "Chou de Bruxelles", "NOTHING"],
  ["PIECE", "Carottes râpées barquette", "NOTHING"],
  ["PIECE", "Chou à la crème", "NOTHING"],
  ["BOX", "Mangue colis de 5", "COUNT"],
  ["BOX", "Plaque 30 œufs", "COUNT"],
  ["BOX", "Carton 360 œufs", "COUNT"],
  ["PIECE", "Œufs x 30", "COUNT"],
  ["BOX", "Madeleines par 50", "COUNT"],
  ["PIECE", "Poulet 1,2/1,4 kg", "RANGE"],
  ["PIECE", "Poulet 1,2 à 1,4 kg", "RANGE"],
  ["PIECE", "Truite 800-1000 g", "RANGE"],
  ["PIECE", "Potimarron 6/8 kg", "RANGE"],
  ["PIECE", "Fromage 1.250 kg", "NUMBER"],
  ["BOX", "Yaourt 6 125 g", "NUMBER"],
  ["BOX", "Assortiment 500 g et jus 250 g", "SEVERAL"],
  ["BOX", "Yaourts lot de 12, 125 g", "SEVERAL"],
  ["BOX", "Poids brut 12 kg", "GROSS"],
  ["BOX", "Baguette 250 g", "INNER"],
  ["PIECE", "Cordon bleu 40 pièces 125 g", "SEVERAL"],
  ["BOX", "12 yaourts nature 125 g", "SEVERAL"],
  ["L", "Huile", "VOLUME"],
  ["BOX", "", "NOTHING"],
  ["PIECE", "Farine T55", "NOTHING"],
  ["PIECE", "Piles 9 V, lot 1kgf", "NOTHING"],
];

describe("a pack's text", () => {
  it.each(WEIGHTS)("gives a weight: %s, « %s » is %d g", (unit, text, grams) => {
    expect(readPack({ unit, texts: [text] })).toMatchObject({ grams, refusal: null, assumption: null });
  });

  it.each(ASSUMED)("says what a weight rests on: %s, « %s » is %d g", (unit, text, grams, assumption) => {
    expect(readPack({ unit, texts: [text] })).toMatchObject({ grams, refusal: null, assumption });
  });

  it.each(VOLUMES)("keeps a volume a volume: %s, « %s » is %d ml", (unit, text, millilitres) => {
    expect(readPack({ unit, texts: [text] })).toMatchObject({ grams: null, millilitres, refusal: "VOLUME" });
    expect(readPack({ unit, texts: [text], drink: true })).toMatchObject({
      grams: millilitres,
      millilitres,
      assumption: "LITRE_IS_KILO",
    });
  });

  it.each(REFUSED)("guesses nothing: %s, « %s » has no weight (%s)", (unit, text, refusal) => {
    expect(readPack({ unit, texts: [text] })).toMatchObject({ grams: null, refusal });
  });

  it("has more than eighty cases, each once", () => {
    const all = [...WEIGHTS, ...ASSUMED, ...VOLUMES, ...REFUSED].map(([unit, text]) => `${unit} ${text}`);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(80);
  });
});

describe("the reading in words", () => {
  const words = (unit: Unit | null, text: string, drink = false) =>
    readPack({ unit, texts: [text], drink }).words.fr.replaceAll("\u00A0", " ");

  it("shows the product and the unit sold", () => {
    expect(words("BOX", "Yaourt 12 x 125 g")).toBe("12 × 125 g = 1,5 kg par carton");
    expect(words("SACK", "Farine 25 kg")).toBe("25 kg par sac");
    expect(words("PIECE", "Poulet ~1,2 kg")).toBe("environ 1,2 kg par pièce");
    expect(words("KG", "Carotte")).toBe("vendu au kilogramme");
  });

  it("shows what a drink is counted as", () => {
    expect(words("BOX", "Eau 6x1,5 L", true)).toBe("6 × 1,5 L = 9 L par carton, compté 1 kg le litre");
    expect(words("BOX", "Eau 6x1,5 L")).toBe(
      "6 × 1,5 L = 9 L par carton : un volume, dont le poids n'est pas dit",
    );
  });

  it("says the same in English", () => {
    expect(readPack({ unit: "BOX", texts: ["Eau 6x1,5 L"], drink: true }).words.en).toBe(
      "6 × 1.5\u00A0L = 9\u00A0L per box, counted as 1\u00A0kg a litre",
    );
  });

  it("says of which pieces the usual weight was taken", () => {
    expect(words("BOX", "Laitues colis de 12")).toBe("12 × 250 g = 3 kg par carton (laitue, poids usuel)");
  });
});

describe("the part that was read", () => {
  it("is a span of the text it stands in", () => {
    const texts = ["Yaourt nature", "Carton de 12 x 125 g, rayon frais"];
    const { span } = readPack({ unit: "BOX", texts });
    expect(span?.text).toBe(1);
    expect(texts[1]?.slice(span?.start, span?.end)).toBe("12 x 125 g");
  });

  it("is the first text that says a weight, whatever an earlier one could not", () => {
    expect(readPack({ unit: "BOX", texts: ["Plaque 30 œufs", "1,8 kg"] })).toMatchObject({ grams: 1800 });
    expect(readPack({ unit: "BOX", texts: ["Plaque 30 œufs", "frais"] })).toMatchObject({ refusal: "COUNT" });
  });
});
