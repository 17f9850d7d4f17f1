import type { DemoProduct } from "../product-model.ts";
import { readShelf } from "../product-model.ts";

const BAKERY = `
  baguette       | Baguette                 | Baguette             | PIECE | 250  | 58  | BREAD   | 55  | - | -
  pain-campagne  | Pain de campagne         | Country bread        | KG    | -    | 265 | BREAD   | 55  | - | -
  pain-complet   | Pain complet             | Wholemeal bread      | KG    | -    | 290 | BREAD   | 55  | - | -
  tarte-pommes   | Tarte aux pommes         | Apple tart           | PIECE | 1100 | 690 | DESSERT | 90  | - | -
  tarte-sucre    | Tarte au sucre           | Sugar tart           | PIECE | 900  | 640 | DESSERT | 75  | - | -
  gateau-yaourt  | Gâteau au yaourt         | Yogurt cake          | KG    | -    | 520 | DESSERT | 60  | - | -
  gaufre         | Gaufre fourrée           | Filled waffle        | PIECE | 50   | 38  | DESSERT | 50  | - | -
  eclair         | Éclair au chocolat surgelé | Frozen chocolate eclair | PIECE | 70 | 46 | DESSERT | 70 | - | group=10.06
  pate-brisee    | Pâte brisée              | Shortcrust pastry    | KG    | -    | 310 | PANTRY  | 40  | - | group=10.06
`;

const DRINKS = `
  jus-pomme   | Jus de pomme         | Apple juice       | L | 1045 | 175 | DRINK | 130 | - | is=SINGLE plant=yes
  jus-orange  | Jus d'orange         | Orange juice      | L | 1045 | 165 | DRINK | 130 | - | is=SINGLE plant=yes
  eau         | Eau de source        | Spring water      | L | 1000 | 21  | DRINK | 200 | - | plant=no
  sirop       | Sirop de grenadine   | Grenadine syrup   | L | 1300 | 310 | DRINK | 15  | - | -
  vin-cuisine | Vin blanc de cuisine | Cooking white wine | L | 990 | 240 | DRINK | 12  | - | vat=2000 is=SINGLE
`;

const GROCERIES = `
  pates             | Pâtes                     | Pasta                 | KG | -    | 142  | STARCH      | 75  | - | is=SINGLE
  riz               | Riz long                  | Long grain rice       | KG | -    | 158  | STARCH      | 70  | - | is=RAW
  semoule           | Semoule de blé            | Semolina              | KG | -    | 150  | STARCH      | 65  | - | is=SINGLE
  boulgour          | Boulgour                  | Bulgur                | KG | -    | 185  | STARCH      | 70  | - | is=SINGLE
  quinoa            | Quinoa                    | Quinoa                | KG | -    | 420  | STARCH      | 60  | - | is=RAW
  lentille          | Lentilles                 | Lentils               | KG | -    | 235  | VEGGIE_MAIN | 85  | - | is=RAW
  pois-chiche       | Pois chiches              | Chickpeas             | KG | -    | 210  | VEGGIE_MAIN | 85  | - | is=RAW
  haricot-blanc     | Haricots blancs secs      | Dried white beans     | KG | -    | 260  | VEGGIE_MAIN | 85  | - | is=RAW
  lingot-nord       | Lingots du Nord           | Lingots du Nord beans | KG | -    | 890  | VEGGIE_MAIN | 75  | - | is=RAW
  galette-vegetale  | Galette végétale          | Vegetable patty       | KG | -    | 690  | VEGGIE_MAIN | 95  | - | group=10.05
  tofu              | Tofu nature               | Plain tofu            | KG | -    | 640  | VEGGIE_MAIN | 90  | - | group=10.05 is=SINGLE
  lasagnes          | Lasagnes de légumes surgelées | Frozen vegetable lasagne | KG | - | 470 | VEGGIE_MAIN | 230 | - | group=10.04
  cordon-bleu       | Cordon bleu surgelé       | Frozen cordon bleu    | KG | -    | 560  | POULTRY     | 110 | - | group=10.04 plant=no
  pizza             | Pizza au fromage surgelée | Frozen cheese pizza   | KG | -    | 410  | VEGGIE_MAIN | 190 | - | group=10.04 plant=no
  farine            | Farine de blé T65         | Wheat flour           | KG | -    | 74   | PANTRY      | 25  | - | is=SINGLE
  sucre             | Sucre de betterave        | Beet sugar            | KG | -    | 108  | PANTRY      | 15  | - | is=SINGLE
  huile-tournesol   | Huile de tournesol        | Sunflower oil         | L  | 920  | 205  | PANTRY      | 15  | - | is=SINGLE
  huile-colza       | Huile de colza            | Rapeseed oil          | L  | 920  | 225  | PANTRY      | 15  | - | is=SINGLE
  huile-olive       | Huile d'olive             | Olive oil             | L  | 916  | 740  | PANTRY      | 8   | - | is=SINGLE
  vinaigre          | Vinaigre de cidre         | Cider vinegar         | L  | 1010 | 140  | PANTRY      | 6   | - | is=SINGLE
  moutarde          | Moutarde                  | Mustard               | KG | -    | 285  | PANTRY      | 5   | - | -
  sel               | Sel fin                   | Fine salt             | KG | -    | 42   | PANTRY      | 4   | - | is=RAW plant=no
  epices            | Mélange d'épices          | Spice mix             | KG | -    | 1380 | PANTRY      | 2   | - | -
  bouillon          | Bouillon de légumes       | Vegetable stock       | KG | -    | 820  | PANTRY      | 4   | - | -
  sauce-tomate      | Sauce tomate              | Tomato sauce          | KG | -    | 178  | PANTRY      | 60  | - | -
  mayonnaise        | Mayonnaise                | Mayonnaise            | KG | -    | 310  | PANTRY      | 15  | - | plant=no
  margarine         | Margarine                 | Margarine             | KG | -    | 305  | PANTRY      | 8   | - | vat=2000
  compote           | Compote de pomme          | Apple compote         | KG | -    | 188  | DESSERT     | 110 | - | is=SINGLE
  miel              | Miel                      | Honey                 | KG | -    | 960  | DESSERT     | 15  | - | is=RAW plant=no
  confiture         | Confiture de fraise       | Strawberry jam        | KG | -    | 410  | DESSERT     | 25  | - | -
  biscuit           | Biscuit sablé             | Shortbread biscuit    | KG | -    | 395  | DESSERT     | 40  | - | -
  chocolat          | Chocolat noir pâtissier   | Dark cooking chocolate | KG | -   | 890  | DESSERT     | 20  | - | -
  pate-tartiner     | Pâte à tartiner           | Chocolate spread      | KG | -    | 540  | DESSERT     | 25  | - | vat=2000
  cafe              | Café moulu                | Ground coffee         | KG | -    | 1150 | PANTRY      | 5   | - | is=SINGLE
  the               | Thé noir                  | Black tea             | KG | -    | 1900 | PANTRY      | 2   | - | is=SINGLE
`;

const SUPPLIES = `
  gants       | Gants nitrile (boîte de 100)        | Nitrile gloves (box of 100)   | BOX   | - | 520  | SUPPLY | 1 | - | -
  sacs        | Sacs poubelle 130 l (rouleau)       | Bin bags 130 l (roll)         | PIECE | - | 460  | SUPPLY | 1 | - | -
  serviettes  | Serviettes en papier (carton)       | Paper napkins (box)           | BOX   | - | 2450 | SUPPLY | 1 | - | -
  lave-vaisselle | Liquide lave-vaisselle (bidon 20 l) | Dishwasher liquid (20 l can) | PIECE | - | 3890 | SUPPLY | 1 | - | -
  film        | Film alimentaire (rouleau)          | Cling film (roll)             | PIECE | - | 1180 | SUPPLY | 1 | - | -
`;

const FOOD = { vatBp: 550, composition: "PROCESSED" } as const;

/** Bread and pastry, drinks, groceries, and what is bought with food without being food. */
export const PANTRY_PRODUCTS: readonly DemoProduct[] = [
  ...readShelf({ ...FOOD, family: "BOULANGERIE", homogeneousFamily: "10.13", plant: null, text: BAKERY }),
  ...readShelf({ ...FOOD, family: "BOISSONS", homogeneousFamily: "10.11", plant: true, text: DRINKS }),
  ...readShelf({ ...FOOD, family: "AUTRES", homogeneousFamily: "10.14", plant: true, text: GROCERIES }),
  ...readShelf({
    family: null,
    homogeneousFamily: null,
    composition: null,
    plant: null,
    vatBp: 2000,
    text: SUPPLIES,
  }),
];
