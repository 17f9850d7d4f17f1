import type { DemoProduct } from "../product-model.ts";
import { readShelf } from "../product-model.ts";

const ANIMAL = { composition: "RAW", plant: false, vatBp: 550 } as const;

const MEAT = `
  bourguignon       | Bœuf à bourguignon          | Beef for stew          | KG | - | 1120 | RED_MEAT | 120 | - | farm=BEEF
  steak-hache       | Steak haché frais           | Fresh minced steak     | KG | - | 1080 | RED_MEAT | 100 | - | farm=BEEF
  roti-boeuf        | Rôti de bœuf                | Roast beef             | KG | - | 1480 | RED_MEAT | 100 | - | farm=BEEF
  saute-veau        | Sauté de veau               | Diced veal             | KG | - | 1290 | RED_MEAT | 110 | - | -
  roti-porc         | Rôti de porc                | Roast pork             | KG | - | 690  | RED_MEAT | 110 | - | farm=PORK
  saute-porc        | Sauté de porc               | Diced pork             | KG | - | 720  | RED_MEAT | 120 | - | farm=PORK
  saute-agneau      | Sauté d'agneau              | Diced lamb             | KG | - | 1390 | RED_MEAT | 110 | - | -
  cuisse-poulet     | Cuisse de poulet            | Chicken leg            | KG | - | 410  | POULTRY  | 170 | - | farm=POULTRY
  filet-poulet      | Filet de poulet             | Chicken breast         | KG | - | 890  | POULTRY  | 105 | - | farm=POULTRY
  poulet-entier     | Poulet prêt à cuire         | Whole chicken          | KG | - | 460  | POULTRY  | 200 | - | farm=POULTRY
  escalope-dinde    | Escalope de dinde           | Turkey escalope        | KG | - | 860  | POULTRY  | 105 | - | farm=POULTRY
  saute-dinde       | Sauté de dinde              | Diced turkey           | KG | - | 720  | POULTRY  | 115 | - | farm=POULTRY
  steak-surgele     | Steak haché surgelé         | Frozen minced steak    | KG | - | 760  | RED_MEAT | 100 | - | farm=BEEF group=10.01
  boulettes         | Boulettes de bœuf surgelées | Frozen beef meatballs  | KG | - | 690  | RED_MEAT | 110 | - | group=10.01 is=PROCESSED
  emince-surgele    | Émincé de volaille surgelé  | Frozen poultry strips  | KG | - | 590  | POULTRY  | 110 | - | group=10.01 farm=POULTRY
`;

const CHARCUTERIE = `
  jambon           | Jambon cuit supérieur     | Cooked ham           | KG | - | 790 | CHARCUTERIE | 45  | - | -
  saucisson        | Saucisson sec             | Dry sausage          | KG | - | 980 | CHARCUTERIE | 35  | - | -
  pate-campagne    | Pâté de campagne          | Country pâté         | KG | - | 560 | CHARCUTERIE | 45  | - | -
  rosette          | Rosette                   | Rosette sausage      | KG | - | 920 | CHARCUTERIE | 35  | - | -
  chipolata        | Chipolata                 | Chipolata            | KG | - | 690 | RED_MEAT    | 110 | - | -
  saucisse-fumee   | Saucisse fumée            | Smoked sausage       | KG | - | 680 | RED_MEAT    | 115 | - | -
  merguez          | Merguez                   | Merguez              | KG | - | 740 | RED_MEAT    | 100 | - | -
  lardons          | Lardons fumés             | Smoked bacon pieces  | KG | - | 640 | PANTRY      | 25  | - | -
`;

const SEA = `
  cabillaud-frais   | Dos de cabillaud frais        | Fresh cod loin         | KG | - | 1590 | FISH | 100 | - | -
  lieu-frais        | Filet de lieu noir frais      | Fresh saithe fillet    | KG | - | 1020 | FISH | 110 | - | -
  merlan-frais      | Filet de merlan frais         | Fresh whiting fillet   | KG | - | 1090 | FISH | 105 | - | -
  maquereau-frais   | Maquereau frais               | Fresh mackerel         | KG | - | 560  | FISH | 140 | 3-10 | -
  hareng-fume       | Hareng fumé                   | Smoked herring         | KG | - | 950  | CHARCUTERIE | 50 | - | is=SINGLE
  moules            | Moules de bouchot             | Mussels                | KG | - | 310  | FISH | 350 | 7-12 | -
  saumon            | Pavé de saumon                | Salmon fillet          | KG | - | 1640 | FISH | 105 | - | -
  truite            | Filet de truite               | Trout fillet           | KG | - | 1340 | FISH | 105 | - | -
  colin-surgele     | Filet de colin surgelé        | Frozen pollock fillet  | KG | - | 590  | FISH | 110 | - | group=10.02 is=SINGLE
  cabillaud-surgele | Filet de cabillaud surgelé    | Frozen cod fillet      | KG | - | 920  | FISH | 110 | - | group=10.02 is=SINGLE
  poisson-pane      | Poisson pané surgelé          | Frozen breaded fish    | KG | - | 540  | FISH | 110 | - | group=10.02 is=PROCESSED
  thon-conserve     | Thon au naturel en conserve   | Canned tuna            | KG | - | 780  | CHARCUTERIE | 45 | - | group=10.14 is=SINGLE
`;

const DAIRY = `
  lait             | Lait demi-écrémé             | Semi-skimmed milk      | L     | 1030 | 92   | PANTRY | 40  | - | -
  creme            | Crème liquide 30 %           | Single cream 30 %      | L     | 1000 | 370  | PANTRY | 20  | - | -
  beurre           | Beurre doux                  | Unsalted butter        | KG    | -    | 760  | PANTRY | 8   | - | is=SINGLE
  yaourt-nature    | Yaourt nature                | Plain yogurt           | PIECE | 125  | 19   | YOGURT | 125 | - | is=SINGLE
  yaourt-fruits    | Yaourt aux fruits            | Fruit yogurt           | PIECE | 125  | 27   | YOGURT | 125 | - | is=PROCESSED
  fromage-blanc    | Fromage blanc                | Fromage blanc          | KG    | -    | 255  | YOGURT | 110 | - | is=SINGLE
  petit-suisse     | Petit-suisse                 | Petit-suisse           | PIECE | 60   | 16   | YOGURT | 60  | - | is=SINGLE
  creme-dessert    | Crème dessert vanille        | Vanilla cream dessert  | PIECE | 100  | 25   | YOGURT | 100 | - | is=PROCESSED
  maroilles        | Maroilles                    | Maroilles cheese       | KG    | -    | 1060 | CHEESE | 30  | - | farm=CHEESE is=SINGLE
  mimolette        | Mimolette                    | Mimolette cheese       | KG    | -    | 990  | CHEESE | 30  | - | farm=CHEESE is=SINGLE
  comte            | Comté                        | Comté cheese           | KG    | -    | 1270 | CHEESE | 30  | - | farm=CHEESE is=SINGLE
  camembert        | Camembert                    | Camembert              | PIECE | 250  | 145  | CHEESE | 30  | - | farm=CHEESE is=SINGLE
  emmental         | Emmental                     | Emmental               | KG    | -    | 690  | CHEESE | 30  | - | farm=CHEESE is=SINGLE
  chevre           | Bûche de chèvre              | Goat cheese log        | KG    | -    | 1090 | CHEESE | 30  | - | farm=CHEESE is=SINGLE
  tomme            | Tomme d'Artois               | Artois tomme cheese    | KG    | -    | 1190 | CHEESE | 30  | - | farm=CHEESE is=SINGLE
  saint-paulin     | Saint-Paulin                 | Saint-Paulin cheese    | KG    | -    | 650  | CHEESE | 30  | - | is=SINGLE
  oeuf             | Œuf                          | Egg                    | PIECE | 60   | 19   | VEGGIE_MAIN | 120 | - | farm=EGGS
  oeuf-liquide     | Œuf entier liquide           | Liquid whole egg       | L     | 1030 | 340  | PANTRY | 20  | - | is=SINGLE
`;

/** Meat, charcuterie, sea products, dairy and eggs. */
export const ANIMAL_PRODUCTS: readonly DemoProduct[] = [
  ...readShelf({ ...ANIMAL, family: "VIANDES_VOLAILLES", homogeneousFamily: "10.07", text: MEAT }),
  ...readShelf({
    ...ANIMAL,
    family: "CHARCUTERIE",
    homogeneousFamily: "10.07",
    composition: "PROCESSED",
    text: CHARCUTERIE,
  }),
  ...readShelf({ ...ANIMAL, family: "PRODUITS_DE_LA_MER", homogeneousFamily: "10.08", text: SEA }),
  ...readShelf({ ...ANIMAL, family: "PRODUITS_LAITIERS", homogeneousFamily: "10.12", text: DAIRY }),
];
