/** Columns: légumerie, what it sells, from what, cut, `bio` or -, producers, `owned` or `facon` (the producers keep the goods). */
export const WORKSHOP_RECIPES = `
  legumerie-artois   | carotte-preparee        | carotte        | GRATED | -   | ferme-marais ferme-clairs      | owned
  legumerie-artois   | carotte-preparee        | carotte        | SLICES | bio | jardins-vitry jardins-insertion | owned
  legumerie-artois   | celeri-prepare          | celeri-rave    | GRATED | -   | ferme-marais                   | owned
  legumerie-artois   | chou-rouge-prepare      | chou-rouge     | MINCED | -   | ferme-marais                   | owned
  legumerie-artois   | betterave-preparee      | betterave      | CUBES  | -   | ferme-clairs                   | owned
  legumerie-artois   | betterave-preparee      | betterave      | CUBES  | bio | jardins-vitry                  | owned
  legumerie-artois   | pomme-de-terre-preparee | pomme-de-terre | WHOLE  | -   | ferme-clairs ferme-marais      | owned
  legumerie-artois   | poireau-prepare         | poireau        | MINCED | -   | ferme-marais endives-marquion  | owned
  legumerie-artois   | navet-prepare           | navet          | CUBES  | -   | ferme-marais                   | owned
  legumerie-artois   | potiron-prepare         | potiron        | CUBES  | -   | serres-lys vergers-bapaume     | owned
  legumerie-artois   | oignon-prepare          | oignon         | MINCED | -   | ferme-clairs                   | owned
  legumerie-littoral | carotte-preparee        | carotte        | GRATED | -   | ferme-marais                   | owned
  legumerie-littoral | chou-rouge-prepare      | chou-rouge     | MINCED | -   | ferme-marais                   | owned
  legumerie-littoral | betterave-preparee      | betterave      | CUBES  | -   | ferme-marais                   | owned
  legumerie-littoral | pomme-de-terre-preparee | pomme-de-terre | CHIPS  | -   | ferme-marais                   | facon
  legumerie-littoral | poireau-prepare         | poireau        | SLICES | -   | ferme-marais                   | owned
  legumerie-littoral | celeri-prepare          | celeri-rave    | GRATED | -   | ferme-marais                   | owned
`;
