/** Columns: key, name, kind, head office, production, price level (bp), reach (km; - : everywhere). */
export const SUPPLIERS = `
  jardins-vitry    | Les Jardins de la Scarpe          | PRODUCER       | 62865 | 62865 | 10100 | 60
  ferme-marais     | Ferme du Grand Wateringue         | PRODUCER       | 62819 | 62819 | 9800  | 75
  ferme-clairs     | Ferme des Clairs Champs           | PRODUCER       | 62173 | 62173 | 9500  | 70
  gaec-lys         | GAEC des Trois Ponts              | PRODUCER       | 62516 | 62516 | 9900  | 65
  gaec-haut-pays   | GAEC du Haut Pays                 | PRODUCER       | 62364 | 62364 | 10300 | 70
  vergers-bapaume  | Vergers du Plateau                | PRODUCER       | 62080 | 62080 | 9800  | 80
  porcs-ternois    | EARL des Bruyères                 | PRODUCER       | 62767 | 62767 | 10200 | 70
  volailles-sensee | Volailles de la Cojeul            | PRODUCER       | 62259 | 62259 | 10100 | 75
  oeufs-pernes     | Les Poules du Ternois             | PRODUCER       | 62652 | 62652 | 10000 | 75
  endives-marquion | Endiverie du Canal                | PRODUCER       | 62559 | 62559 | 9700  | 80
  serres-lys       | Les Serres de Saint-Venant        | PRODUCER       | 62770 | 62770 | 9900  | 70
  chevrerie        | Chèvrerie du Bocage               | PRODUCER       | 62268 | 62268 | 10500 | 60
  pisciculture     | Pisciculture de la Canche         | PRODUCER       | 62447 | 62447 | 10000 | 90
  ferme-albert     | Ferme du Coquelicot               | PRODUCER       | 80016 | 80016 | 10000 | 110
  champignonniere  | Champignonnière des Boves         | PRODUCER       | 62099 | 62099 | 10000 | 70
  jardins-insertion | Les Jardins du Chevalement       | PRODUCER       | 62510 | 62510 | 10200 | 45
  bio-artois       | Les Bio Paysans d'Artois          | PRODUCER_GROUP | 62041 | -     | 10300 | 110
  coop-lys         | Coopérative de la Plaine de la Lys | PRODUCER_GROUP | 59400 | -     | 9600  | 110
  eleveurs-boulonnais | Les Éleveurs du Bocage boulonnais | PRODUCER_GROUP | 62560 | -     | 10300 | 130
  peche-boulogne   | Groupement des Patrons de Pêche   | PRODUCER_GROUP | 62160 | 62160 | 10100 | 140
  lait-avesnois    | Laiterie coopérative du Bocage    | PRODUCER_GROUP | 59036 | 59036 | 9900  | 150
  nord-primeurs    | Nord Primeurs Distribution        | WHOLESALER     | 59343 | -     | 9700  | -
  artois-service   | Artois Restauration Service       | WHOLESALER     | 62427 | -     | 10000 | -
  froid-flandres   | Le Froid des Flandres             | WHOLESALER     | 59295 | -     | 9800  | -
  comptoir-viandes | Comptoir des Viandes du Hainaut   | WHOLESALER     | 59606 | -     | 9700  | -
  maree-opale      | Marée de la Côte                  | WHOLESALER     | 62160 | -     | 9800  | -
  cremerie-mines   | Crémerie du Bassin minier         | WHOLESALER     | 62498 | -     | 9900  | -
  resto-nord       | Restauration Grand Nord           | WHOLESALER     | 94065 | -     | 9200  | -
  biodis           | Biodis Hauts-de-France            | WHOLESALER     | 59343 | -     | 9800  | -
  hygiene-artois   | Hygiène Pro Artois                | WHOLESALER     | 62041 | -     | 10000 | -
  boulangerie      | Boulangerie des Arcades           | PROCESSOR      | 62041 | 62041 | 10300 | 55
  pain-adapte      | Le Fournil adapté                 | PROCESSOR      | 62160 | 62160 | 10100 | 110
  moulin-ternoise  | Moulin de la Ternoise             | PROCESSOR      | 62050 | 62050 | 10400 | 100
  salaisons        | Salaisons des Collines            | PROCESSOR      | 62045 | 62045 | 10000 | 110
  biscuiterie      | Biscuiterie des Remparts          | PROCESSOR      | 62588 | 62588 | 10300 | 120
  conserverie      | La Conserverie solidaire          | PROCESSOR      | 62178 | 62178 | 10400 | 110
  atelier-soja     | Atelier du Soja                   | PROCESSOR      | 59122 | 59122 | 10200 | 120
  torrefaction     | Torréfaction des Mines            | PROCESSOR      | 62498 | 62498 | 10300 | -
  legumerie-artois | La Légumerie des Hauts d'Artois   | LEGUMERIE      | 62753 | 62753 | 10000 | 50
  legumerie-littoral | L'Atelier Légumes du Littoral   | LEGUMERIE      | 62758 | 62758 | 10200 | 45
`;

/** Farms that gave their own position: supplier, latitude and longitude in millionths of a degree. */
export const OWN_POSITIONS = `
  jardins-vitry | 50331200 | 2968500
  gaec-haut-pays | 50508900 | 2121400
  volailles-sensee | 50197600 | 2884300
`;

/** Columns: supplier, scheme, number, control body, families (space between; - : every one), from, months of each proof, last day (- : renewed). */
export const CERTIFICATES = `
  jardins-vitry    | BIO           | AB-62-10412   | FR-BIO-01 | FRUITS_ET_LEGUMES                        | 2022-03-01 | 15 | -
  gaec-haut-pays   | BIO           | AB-62-11873   | FR-BIO-10 | PRODUITS_LAITIERS                        | 2022-07-01 | 18 | -
  gaec-haut-pays   | FERMIER       | FERM-62-0087  | -         | PRODUITS_LAITIERS                        | 2022-01-01 | 36 | -
  gaec-lys         | BIO           | AB-62-20559   | FR-BIO-01 | FRUITS_ET_LEGUMES                        | 2022-09-01 | 15 | -
  oeufs-pernes     | BIO           | AB-62-09121   | FR-BIO-16 | PRODUITS_LAITIERS                        | 2022-05-01 | 18 | -
  oeufs-pernes     | FERMIER       | FERM-62-0112  | -         | PRODUITS_LAITIERS                        | 2022-05-01 | 60 | 2025-09-30
  ferme-albert     | BIO           | AB-80-00731   | FR-BIO-09 | AUTRES FRUITS_ET_LEGUMES                 | 2022-02-01 | 15 | -
  jardins-insertion | BIO          | AB-62-15540   | FR-BIO-01 | FRUITS_ET_LEGUMES                        | 2022-04-01 | 15 | -
  bio-artois       | BIO           | AB-62-07733   | FR-BIO-01 | -                                        | 2022-01-01 | 15 | -
  biodis           | BIO           | AB-59-33018   | FR-BIO-10 | FRUITS_ET_LEGUMES PRODUITS_LAITIERS AUTRES BOISSONS | 2022-06-01 | 18 | -
  biodis           | BIO           | AB-59-33019   | FR-BIO-10 | VIANDES_VOLAILLES                        | 2022-06-01 | 48 | 2026-05-31
  nord-primeurs    | BIO           | AB-59-40226   | FR-BIO-10 | FRUITS_ET_LEGUMES                        | 2022-02-01 | 18 | -
  froid-flandres   | BIO           | AB-59-27714   | FR-BIO-01 | FRUITS_ET_LEGUMES                        | 2022-05-01 | 18 | -
  cremerie-mines   | BIO           | AB-62-26041   | FR-BIO-10 | PRODUITS_LAITIERS                        | 2022-01-01 | 18 | 2025-06-30
  artois-service   | BIO           | AB-62-30117   | FR-BIO-10 | AUTRES BOISSONS                          | 2022-04-01 | 18 | -
  moulin-ternoise  | BIO           | AB-62-04402   | FR-BIO-01 | AUTRES                                   | 2022-01-01 | 18 | -
  boulangerie      | BIO           | AB-62-28890   | FR-BIO-01 | BOULANGERIE                              | 2023-09-01 | 15 | -
  atelier-soja     | BIO           | AB-59-18826   | FR-BIO-01 | AUTRES                                   | 2022-01-01 | 18 | -
  torrefaction     | BIO           | AB-62-19975   | FR-BIO-01 | AUTRES                                   | 2022-01-01 | 18 | -
  legumerie-artois | BIO           | AB-62-31502   | FR-BIO-01 | FRUITS_ET_LEGUMES                        | 2022-06-01 | 15 | -
  lait-avesnois    | BIO           | AB-59-02218   | FR-BIO-10 | PRODUITS_LAITIERS                        | 2022-01-01 | 18 | -
  eleveurs-boulonnais | BIO        | AB-62-22960   | FR-BIO-16 | VIANDES_VOLAILLES                        | 2022-10-01 | 18 | -
  ferme-marais     | HVE           | HVE-62-00318  | -         | FRUITS_ET_LEGUMES                        | 2022-01-15 | 36 | -
  ferme-clairs     | HVE           | HVE-62-00441  | -         | FRUITS_ET_LEGUMES                        | 2022-09-01 | 36 | 2025-08-31
  vergers-bapaume  | HVE           | HVE-62-00275  | -         | FRUITS_ET_LEGUMES BOISSONS               | 2022-06-01 | 36 | -
  endives-marquion | HVE           | HVE-62-00502  | -         | FRUITS_ET_LEGUMES                        | 2023-02-01 | 36 | -
  coop-lys         | HVE           | HVE-59-00710  | -         | FRUITS_ET_LEGUMES                        | 2022-03-01 | 36 | -
  serres-lys       | CE2           | CE2-62-00093  | -         | FRUITS_ET_LEGUMES                        | 2022-01-01 | 60 | 2026-12-31
  nord-primeurs    | RUP           | RUP-971-0204  | -         | FRUITS_ET_LEGUMES                        | 2022-01-01 | 60 | -
  nord-primeurs    | HVE           | HVE-59-00655  | -         | FRUITS_ET_LEGUMES                        | 2022-01-01 | 36 | -
  volailles-sensee | LABEL_ROUGE   | LR-01-89-62   | -         | VIANDES_VOLAILLES                        | 2022-01-01 | 24 | -
  volailles-sensee | FERMIER       | FERM-62-0051  | -         | VIANDES_VOLAILLES                        | 2022-01-01 | 36 | -
  porcs-ternois    | LABEL_ROUGE   | LR-20-88-62   | -         | VIANDES_VOLAILLES CHARCUTERIE            | 2022-03-01 | 24 | -
  eleveurs-boulonnais | LABEL_ROUGE | LR-16-93-62  | -         | VIANDES_VOLAILLES                        | 2022-01-01 | 24 | -
  comptoir-viandes | LABEL_ROUGE   | LR-59-1174    | -         | VIANDES_VOLAILLES                        | 2022-01-01 | 24 | -
  salaisons        | LABEL_ROUGE   | LR-62-0390    | -         | CHARCUTERIE                              | 2022-05-01 | 24 | 2026-04-30
  salaisons        | IGP           | IGP-62-0077   | -         | CHARCUTERIE                              | 2022-05-01 | 24 | -
  peche-boulogne   | PECHE_DURABLE | PD-62-0019    | -         | PRODUITS_DE_LA_MER                       | 2022-01-01 | 24 | -
  maree-opale      | PECHE_DURABLE | PD-62-0044    | -         | PRODUITS_DE_LA_MER                       | 2022-01-01 | 42 | 2025-06-30
  froid-flandres   | PECHE_DURABLE | PD-59-0012    | -         | PRODUITS_DE_LA_MER                       | 2022-07-01 | 24 | -
  lait-avesnois    | AOCAOP        | AOP-59-0003   | -         | PRODUITS_LAITIERS                        | 2022-01-01 | 36 | -
  cremerie-mines   | AOCAOP        | AOP-62-0211   | -         | PRODUITS_LAITIERS                        | 2022-01-01 | 36 | -
  chevrerie        | FERMIER       | FERM-62-0029  | -         | PRODUITS_LAITIERS                        | 2022-01-01 | 36 | -
  coop-lys         | LABEL_ROUGE   | LR-59-0602    | -         | FRUITS_ET_LEGUMES AUTRES                 | 2022-01-01 | 24 | -
  coop-lys         | IGP           | IGP-59-0033   | -         | AUTRES                                   | 2022-01-01 | 36 | -
  torrefaction     | COMMERCE_EQUITABLE | CE-62-0008 | -        | AUTRES                                   | 2022-01-01 | 24 | -
  biodis           | COMMERCE_EQUITABLE | CE-59-0061 | -        | -                                        | 2022-01-01 | 60 | 2026-05-31
`;
