import { addDays } from "../../shared/calendar.ts";
import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import type { Random } from "../../shared/random.ts";
import { createRandom } from "../../shared/random.ts";
import { siretNumber } from "./purchase-files.ts";

export interface LargePurchases {
  rows: number;
  canteens: number;
  /** First day of the year that the rows are spread over. */
  from: string;
}

/** Family, basis of the price in cents, and what is bought. */
const BASES: readonly (readonly [string, number, readonly string[]])[] = [
  [
    "FRUITS_ET_LEGUMES",
    180,
    [
      "Carottes",
      "Pommes de terre",
      "Poireaux",
      "Pommes Golden",
      "Tomates grappe",
      "Salade batavia",
      "Oignons",
    ],
  ],
  ["VIANDES_VOLAILLES", 900, ["Sauté de bœuf", "Filet de poulet", "Rôti de porc", "Escalope de dinde"]],
  ["PRODUITS_DE_LA_MER", 1100, ["Filet de colin", "Dos de cabillaud", "Moules de bouchot"]],
  [
    "PRODUITS_LAITIERS",
    350,
    ["Yaourt nature", "Lait demi-écrémé", "Emmental râpé", "Beurre doux", "Œufs frais"],
  ],
  ["BOULANGERIE", 120, ["Pain de campagne", "Baguette tradition", "Tarte aux pommes"]],
  ["CHARCUTERIE", 700, ["Jambon blanc", "Saucisson à l'ail"]],
  ["BOISSONS", 150, ["Jus de pomme", "Eau de source"]],
  [
    "AUTRES",
    260,
    ["Riz long", "Pâtes coquillettes", "Huile de colza", "Lentilles vertes", "Compote de pommes"],
  ],
];
const PACKS = [
  "sac 10 kg",
  "colis 5 kg",
  "carton 6x1 L",
  "barquette 1 kg",
  "seau 5 kg",
  "pièce",
  "caisse 12 kg",
];
const GRADES = ["cat. I", "cal. 20/40", "premier prix", "surgelé", "frais"];
const CLAIMS = [
  "",
  "",
  "",
  "",
  "BIO",
  "BIO",
  "LABEL_ROUGE",
  "AOCAOP",
  "HVE",
  "PECHE_DURABLE",
  '"BIO,COMMERCE_EQUITABLE"',
];
const SUPPLIERS = [
  "Nord Primeurs",
  "Le Froid des Flandres",
  "Crémerie du Bassin",
  "Comptoir des Viandes",
  "Ferme des Clairs Champs",
  "Les Bio Paysans d'Artois",
  "Marée de la Côte",
  "Boulangerie des Arcades",
  "Épicerie Générale",
  "GAEC du Haut Pays",
];

/**
 * A clean file in the State's 12 columns, the same at each call: 40 suppliers of two families each, about 1 000
 * articles that always have the same marks, deliveries of 5 to 10 lines. A canteen alone is delivered by every supplier
 * each working day; one of several by 16 of them, once a week.
 */
export function largePurchases({ rows, canteens, from }: LargePurchases): string {
  const random = createRandom(`purchases ${rows} ${canteens}`);
  const articles = Array.from({ length: 40 }, (_, supplier) => articlesOf(supplier, random));
  const sirets = Array.from({ length: canteens }, (_, index) => siretNumber(700 + index));
  const lines = [PURCHASE_COLUMNS.join(",")];
  for (let index = 0; index < rows; index++) {
    const canteen = random.below(canteens);
    const supplier = canteens === 1 ? random.below(40) : (canteen * 7 + random.below(16)) % 40;
    const day = random.below(52) * 7 + (canteens === 1 ? random.below(5) : supplier % 5);
    const name = `${SUPPLIERS[supplier % SUPPLIERS.length]} ${Math.floor(supplier / SUPPLIERS.length) + 1}`;
    const { description, family, marks, cents } = random.pick(articles[supplier] ?? [NO_ARTICLE]);
    const price = Math.max(1, Math.round((cents * random.between(50, 6_000)) / 100));
    const euros = `${Math.floor(price / 100)}.${String(price % 100).padStart(2, "0")}`;
    lines.push([sirets[canteen], description, name, addDays(from, day), euros, family, marks].join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** The same rows as a wholesaler's statement of deliveries, and the mapping that reads it. */
export function largeDeliveries(purchases: string): { text: string; mapping: unknown } {
  const [, ...rows] = purchases.trimEnd().split("\n");
  const lines = ["Client;Désignation;Maison;Date BL;Montant HT;Rayon"];
  for (const row of rows) {
    const [siret, description, supplier, date = "", price = "", family] = row.split(",", 6);
    const day = date.split("-").reverse().join("/");
    lines.push([siret, description, supplier, day, price.replace(".", ","), family].join(";"));
  }
  const columns = {
    siret: "Client",
    description: "Désignation",
    fournisseur: "Maison",
    date: "Date BL",
    prix_ht: "Montant HT",
    famille_produits: "Rayon",
  };
  return { text: `${lines.join("\n")}\n`, mapping: { columns } };
}

interface Article {
  description: string;
  family: string;
  cents: number;
  /** The last six cells. */
  marks: string;
}

const NO_ARTICLE: Article = { description: "Divers", family: "AUTRES", cents: 100, marks: ",,,,," };

function articlesOf(supplier: number, random: Random): [Article, ...Article[]] {
  const local = supplier % 5 === 0;
  const rest = Array.from({ length: 26 }, (_, index): Article => {
    const [family, cents, names] = BASES[(supplier + (index % 2) * 3) % BASES.length] ?? ["AUTRES", 100, []];
    const description = [names[random.below(names.length)], GRADES[random.below(5)], PACKS[random.below(7)]];
    const claim = CLAIMS[random.below(CLAIMS.length)];
    const marks = [
      claim,
      ["FRANCE", "EUROPE", ""][random.below(3)],
      local ? "OUI" : "NON",
      local ? "OUI,KM,80" : "NON,,",
    ];
    return { description: description.join(" "), family, cents, marks: marks.join(",") };
  });
  return [NO_ARTICLE, ...rest];
}
