/** Columns: supplier, minimum HT (euros), free delivery HT (euros), delivery days (Monday 1), days before, before the hour. */
export const ORDERING_TERMS = `
  jardins-vitry     | 60  | -   | 2 5       | 1 | 12
  ferme-marais      | 80  | -   | 2         | 2 | -
  ferme-clairs      | 150 | -   | 2 5       | 1 | 11
  gaec-lys          | 80  | 150 | 1 4       | 2 | 12
  gaec-haut-pays    | 100 | -   | 2 4       | 3 | -
  vergers-bapaume   | 70  | 200 | 1 3       | 2 | 12
  porcs-ternois     | 120 | -   | 4         | 7 | -
  volailles-sensee  | 100 | -   | 2 4       | 5 | -
  oeufs-pernes      | 40  | -   | 1 4       | 1 | 18
  endives-marquion  | 60  | -   | 1 3 5     | 1 | 12
  serres-lys        | 60  | -   | 1 2 4     | 1 | 12
  chevrerie         | 50  | -   | 2 5       | 3 | -
  bio-artois        | 150 | 300 | 2 4       | 2 | 11
  coop-lys          | 200 | 400 | 1 3 5     | 2 | 12
  eleveurs-boulonnais | 180 | -  | 2 5      | 5 | -
  peche-boulogne    | 100 | -   | 2 4 5     | 1 | 10
  lait-avesnois     | 120 | 250 | 1 4       | 2 | 12
  nord-primeurs     | 150 | 300 | 1 2 3 4 5 | 1 | 14
  artois-service    | 200 | 400 | 1 2 3 4 5 | 1 | 12
  froid-flandres    | 250 | 500 | 2 4       | 2 | 12
  comptoir-viandes  | 200 | 400 | 1 3 5     | 2 | 11
  maree-opale       | 120 | 300 | 2 3 4 5   | 1 | 10
  cremerie-mines    | 100 | 200 | 1 3 5     | 1 | 12
  resto-nord        | 300 | 600 | 1 2 3 4 5 | 2 | 16
  biodis            | 250 | 450 | 2 4       | 2 | 12
  boulangerie       | -   | -   | 1 2 3 4 5 | 1 | 15
  legumerie-artois  | 50  | -   | 1 2 4     | 2 | 12
  legumerie-littoral | 50 | -   | 1 3 4     | 2 | 12
`;
