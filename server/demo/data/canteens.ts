/**
 * The Département's restaurant, then 24 collèges whose names are fictional. Columns: key, name, commune, diners a day,
 * then what it buys in 2023 and adds each year, in percent: organic, EGalim, court ou proximité, and mistakes (0–3).
 */
export const CANTEENS = `
  restaurant | Restaurant administratif du Département | 62041 | 360 | 12 +2.5 | 38 +5.5 | 38 +5 | 1
  arras      | Collège des Tilleuls, Arras             | 62041 | 430 | 10 +1.5 | 30 +3   | 34 +3 | 1
  lens       | Collège des Terrils, Lens               | 62498 | 380 | 8 +1.5  | 26 +3   | 26 +3 | 2
  lievin     | Collège de la Fosse aux Chênes, Liévin  | 62510 | 340 | 28 +5   | 46 +6   | 44 +5 | 0
  bethune    | Collège du Beffroi, Béthune             | 62119 | 410 | 12 +2   | 31 +3   | 30 +3 | 1
  calais     | Collège des Dentelliers, Calais         | 62193 | 450 | 6 +1    | 22 +2   | 20 +2 | 2
  boulogne   | Collège de la Falaise, Boulogne-sur-Mer | 62160 | 400 | 9 +1.5  | 32 +3   | 30 +3 | 1
  saint-omer | Collège du Marais, Saint-Omer           | 62765 | 360 | 17 +2   | 39 +3   | 36 +3 | 1
  henin      | Collège des Acacias, Hénin-Beaumont     | 62427 | 390 | 4 +0.5  | 18 +1   | 16 +1 | 3
  bruay      | Collège des Cités-Jardins, Bruay        | 62178 | 350 | 7 +1    | 24 +2   | 28 +2 | 2
  carvin     | Collège de la Gohelle, Carvin           | 62215 | 320 | 9 +1    | 25 +3   | 25 +3 | 1
  montreuil  | Collège des Remparts, Montreuil         | 62588 | 260 | 22 +4   | 42 +5   | 34 +4 | 0
  berck      | Collège des Oyats, Berck                | 62108 | 300 | 8 +1    | 27 +2   | 22 +2 | 1
  etaples    | Collège de la Baie, Étaples             | 62318 | 280 | 9 +1.5  | 30 +3   | 24 +3 | 1
  saint-pol  | Collège de la Ternoise, Saint-Pol       | 62767 | 310 | 19 +2   | 40 +3   | 42 +3 | 1
  bapaume    | Collège du Plateau, Bapaume             | 62080 | 270 | 13 +2   | 33 +3   | 40 +3 | 1
  auchel     | Collège des Peupliers, Auchel           | 62048 | 290 | 6 +1    | 23 +2   | 24 +2 | 2
  lillers    | Collège de la Nave, Lillers             | 62516 | 300 | 15 +2   | 35 +3   | 38 +3 | 1
  aire       | Collège de la Lys, Aire-sur-la-Lys      | 62014 | 280 | 11 +2   | 30 +3   | 34 +3 | 1
  avion      | Collège des Glacis, Avion               | 62065 | 310 | 5 +0.5  | 19 +1   | 18 +1 | 3
  outreau    | Collège de la Liane, Outreau            | 62643 | 290 | 8 +1.5  | 28 +3   | 26 +3 | 1
  marquise   | Collège des Carrières, Marquise         | 62560 | 250 | 10 +1.5 | 32 +3   | 30 +3 | 1
  hesdin     | Collège des Sept Vallées, Hesdin        | 62447 | 240 | 16 +2   | 37 +3   | 38 +3 | 1
  frevent    | Collège de la Canche, Frévent           | 62361 | 210 | 9 +1.5  | 29 +3   | 32 +3 | 1
  vitry      | Collège de la Scarpe, Vitry-en-Artois   | 62865 | 260 | 3 +0.5  | 17 +1   | 21 +1 | 3
`;
