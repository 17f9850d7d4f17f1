import type { DemoProduct } from "../product-model.ts";
import { readShelf } from "../product-model.ts";

const FRESH = {
  family: "FRUITS_ET_LEGUMES",
  homogeneousFamily: "10.10",
  composition: "RAW",
  plant: true,
  vatBp: 550,
} as const;

const VEGETABLES = `
  pomme-de-terre   | Pomme de terre      | Potato            | KG    | -    | 62  | STARCH      | 200 | -     | refuse=pomme_de_terre
  carotte          | Carotte             | Carrot            | KG    | -    | 95  | RAW_STARTER | 100 | -     | refuse=carotte
  carotte-cuisson  | Carotte à cuire     | Cooking carrot    | KG    | -    | 82  | VEGETABLE   | 150 | -     | refuse=carotte base=carotte
  poireau          | Poireau             | Leek              | KG    | -    | 165 | VEGETABLE   | 190 | 9-4   | refuse=poireau
  chou-vert        | Chou vert           | Cabbage           | PIECE | 2000 | 190 | VEGETABLE   | 180 | 10-3  | refuse=chou_vert
  chou-rouge       | Chou rouge          | Red cabbage       | PIECE | 2000 | 210 | RAW_STARTER | 100 | 9-4   | refuse=chou_rouge
  betterave        | Betterave           | Beetroot          | KG    | -    | 130 | RAW_STARTER | 110 | -     | refuse=betterave
  celeri-rave      | Céleri-rave         | Celeriac          | PIECE | 1000 | 155 | RAW_STARTER | 100 | 9-4   | refuse=céleri-rave
  oignon           | Oignon              | Onion             | KG    | -    | 85  | PANTRY      | 60  | -     | refuse=oignon
  echalote         | Échalote            | Shallot           | KG    | -    | 280 | PANTRY      | 15  | -     | refuse=échalote
  ail              | Ail                 | Garlic            | KG    | -    | 620 | PANTRY      | 5   | -     | refuse=ail
  navet            | Navet               | Turnip            | KG    | -    | 140 | VEGETABLE   | 160 | 10-3  | refuse=navet
  rutabaga         | Rutabaga            | Rutabaga          | KG    | -    | 150 | VEGETABLE   | 160 | 10-3  | refuse=rutabaga
  panais           | Panais              | Parsnip           | KG    | -    | 190 | VEGETABLE   | 160 | 10-3  | refuse=panais
  topinambour      | Topinambour         | Jerusalem artichoke | KG  | -    | 230 | VEGETABLE   | 180 | 11-3  | refuse=topinambour
  radis            | Radis rose          | Radish            | BUNCH | 350  | 110 | RAW_STARTER | 80  | 4-9   | refuse=radis
  radis-noir       | Radis noir          | Black radish      | KG    | -    | 180 | RAW_STARTER | 90  | 10-3  | refuse=radis_noir
  potiron          | Potiron             | Pumpkin           | KG    | -    | 130 | VEGETABLE   | 200 | 9-1   | refuse=potiron
  butternut        | Butternut           | Butternut squash  | KG    | -    | 150 | VEGETABLE   | 190 | 9-2   | refuse=butternut
  chou-fleur       | Chou-fleur          | Cauliflower       | PIECE | 1500 | 235 | VEGETABLE   | 220 | 6-11  | refuse=chou-fleur
  brocoli          | Brocoli             | Broccoli          | KG    | -    | 260 | VEGETABLE   | 190 | 6-11  | refuse=brocoli
  chou-bruxelles   | Chou de Bruxelles   | Brussels sprout   | KG    | -    | 290 | VEGETABLE   | 160 | 10-2  | refuse=chou_de_Bruxelles
  chou-rave        | Chou-rave           | Kohlrabi          | KG    | -    | 190 | RAW_STARTER | 110 | 6-11  | refuse=chou-rave
  fenouil          | Fenouil             | Fennel            | KG    | -    | 240 | VEGETABLE   | 180 | 6-11  | refuse=fenouil
  celeri-branche   | Céleri branche      | Celery            | KG    | -    | 190 | RAW_STARTER | 90  | 7-11  | refuse=céleri_branche
  blette           | Blette              | Chard             | KG    | -    | 230 | VEGETABLE   | 180 | 6-11  | refuse=blette
  epinard          | Épinard             | Spinach           | KG    | -    | 360 | VEGETABLE   | 200 | 3-6   | refuse=épinard
  laitue           | Laitue              | Leaf lettuce      | PIECE | 250  | 75  | RAW_STARTER | 60  | 4-10  | refuse=laitue
  endive           | Endive              | Chicory           | KG    | -    | 210 | RAW_STARTER | 90  | 10-4  | refuse=endive
  concombre        | Concombre           | Cucumber          | PIECE | 400  | 85  | RAW_STARTER | 110 | 4-9   | refuse=concombre
  courgette        | Courgette           | Courgette         | KG    | -    | 175 | VEGETABLE   | 180 | 6-9   | refuse=courgette
  aubergine        | Aubergine           | Aubergine         | KG    | -    | 220 | VEGETABLE   | 190 | 6-9   | refuse=aubergine
  tomate           | Tomate              | Tomato            | KG    | -    | 195 | RAW_STARTER | 110 | 5-10  | refuse=tomate
  poivron          | Poivron             | Sweet pepper      | KG    | -    | 280 | VEGETABLE   | 150 | 6-9   | refuse=poivron
  haricot-vert     | Haricot vert        | Green bean        | KG    | -    | 390 | VEGETABLE   | 160 | 6-9   | refuse=haricot_vert
  champignon       | Champignon de Paris | Button mushroom   | KG    | -    | 380 | VEGETABLE   | 110 | -     | -
  patate-douce     | Patate douce        | Sweet potato      | KG    | -    | 210 | STARCH      | 190 | 10-3  | refuse=patate_douce
`;

const FRUIT = `
  pomme       | Pomme       | Apple        | KG    | -    | 135 | FRUIT   | 150 | 8-5   | refuse=pomme
  poire       | Poire       | Pear         | KG    | -    | 170 | FRUIT   | 150 | 8-2   | refuse=poire
  fraise      | Fraise      | Strawberry   | KG    | -    | 560 | FRUIT   | 100 | 5-7   | -
  rhubarbe    | Rhubarbe    | Rhubarb      | KG    | -    | 320 | DESSERT | 90  | 4-6   | -
  raisin      | Raisin      | Grape        | KG    | -    | 260 | FRUIT   | 130 | 9-10  | -
  clementine  | Clémentine  | Clementine   | KG    | -    | 190 | FRUIT   | 140 | 11-2  | -
  orange      | Orange      | Orange       | KG    | -    | 145 | FRUIT   | 170 | 11-5  | -
  banane      | Banane      | Banana       | KG    | -    | 125 | FRUIT   | 160 | -     | -
  kiwi        | Kiwi        | Kiwi         | KG    | -    | 290 | FRUIT   | 110 | 11-4  | -
  melon       | Melon       | Melon        | PIECE | 900  | 165 | FRUIT   | 180 | 6-9   | -
`;

const FROZEN = `
  haricot-vert-surgele | Haricots verts surgelés      | Frozen green beans   | KG | - | 165 | VEGETABLE | 150 | - | base=haricot-vert
  petit-pois-surgele   | Petits pois surgelés         | Frozen peas          | KG | - | 175 | VEGETABLE | 140 | - | -
  epinard-surgele      | Épinards hachés surgelés     | Frozen spinach       | KG | - | 150 | VEGETABLE | 160 | - | base=epinard
  chou-fleur-surgele   | Chou-fleur surgelé           | Frozen cauliflower   | KG | - | 170 | VEGETABLE | 150 | - | base=chou-fleur
  brocoli-surgele      | Brocolis surgelés            | Frozen broccoli      | KG | - | 190 | VEGETABLE | 150 | - | base=brocoli
  carotte-surgelee     | Carottes rondelles surgelées | Frozen sliced carrots | KG | - | 125 | VEGETABLE | 140 | - | base=carotte
  frites-surgelees     | Frites surgelées             | Frozen chips         | KG | - | 130 | STARCH    | 180 | - | base=pomme-de-terre
  fruits-rouges        | Fruits rouges surgelés       | Frozen red fruit     | KG | - | 420 | DESSERT   | 60  | - | -
`;

/** What a légumerie sells: washed, peeled, cut. Nothing is lost any more. */
const PREPARED = `
  carotte-preparee        | Carotte préparée        | Prepared carrot    | KG | - | 215 | RAW_STARTER | 80  | -    | base=carotte
  celeri-prepare          | Céleri-rave préparé     | Prepared celeriac  | KG | - | 320 | RAW_STARTER | 80  | 9-4  | base=celeri-rave
  chou-rouge-prepare      | Chou rouge préparé      | Prepared red cabbage | KG | - | 260 | RAW_STARTER | 80 | 9-4 | base=chou-rouge
  betterave-preparee      | Betterave préparée      | Prepared beetroot  | KG | - | 310 | RAW_STARTER | 90  | -    | base=betterave
  pomme-de-terre-preparee | Pomme de terre préparée | Prepared potato    | KG | - | 165 | STARCH      | 170 | -    | base=pomme-de-terre
  poireau-prepare         | Poireau préparé         | Prepared leek      | KG | - | 420 | VEGETABLE   | 130 | 9-4  | base=poireau
  navet-prepare           | Navet préparé           | Prepared turnip    | KG | - | 295 | VEGETABLE   | 140 | 10-3 | base=navet
  potiron-prepare         | Potiron préparé         | Prepared pumpkin   | KG | - | 340 | VEGETABLE   | 150 | 9-1  | base=potiron
  oignon-prepare          | Oignon préparé          | Prepared onion     | KG | - | 240 | PANTRY      | 40  | -    | base=oignon
`;

/** Fruit and vegetables. */
export const VEGETABLE_PRODUCTS: readonly DemoProduct[] = [
  ...readShelf({ ...FRESH, text: VEGETABLES }),
  ...readShelf({ ...FRESH, text: FRUIT }),
  ...readShelf({ ...FRESH, homogeneousFamily: "10.03", composition: "SINGLE", text: FROZEN }),
  ...readShelf({ ...FRESH, homogeneousFamily: "10.09", text: PREPARED }),
];
