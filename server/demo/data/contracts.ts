/**
 * Columns: key, end of the number, kind, procedure, subject, first month (in months from today's), months.
 * Names of companies and structures are made up.
 */
export const CONTRACTS = `
  college    | TX-014 | WORKS        | FORMAL  | Rénovation énergétique d'un collège à Lens                | -20 | 30
  cuisine    | TX-031 | WORKS        | FORMAL  | Reconstruction d'une demi-pension à Boulogne-sur-Mer      | -10 | 20
  routes     | TX-007 | WORKS        | FORMAL  | Entretien des routes départementales                      | -28 | 36
  colleges   | NE-002 | CLEANING     | FORMAL  | Nettoyage des collèges                                    | -22 | 48
  bureaux    | NE-005 | CLEANING     | ADAPTED | Nettoyage des bâtiments administratifs                    | -14 | 36
  parcs      | EV-001 | GREEN_SPACES | ADAPTED | Espaces verts des collèges                                | -33 | 36
  sentiers   | EV-004 | GREEN_SPACES | ADAPTED | Entretien des sentiers et des espaces naturels sensibles  | -30 | 24
  legumes    | RE-003 | CATERING     | ADAPTED | Légumes prêts à cuire pour les collèges                   | -11 | 24
  epicerie   | RE-001 | CATERING     | FORMAL  | Épicerie et produits laitiers                             | -11 | 24
  repas      | RE-006 | CATERING     | FORMAL  | Repas en liaison froide des petits collèges               | -16 | 36
  pain       | RE-009 | CATERING     | ADAPTED | Pain frais                                                | -8  | 24
  mobilier   | DI-012 | OTHER        | ADAPTED | Transport et montage de mobilier scolaire                 | -38 | 24
  bureautique | DI-008 | OTHER       | ADAPTED | Fournitures de bureau                                     | -9  | 36
  archives   | DI-003 | OTHER        | ADAPTED | Numérisation des archives                                 | 2   | 18
`;

/** Columns: contract, lot (- : not divided), subject, holder (a supplier's key, or a name), amount HT in euros. */
export const LOTS = `
  college  | 1 | Gros œuvre                     | Bâti Nord Construction      | 2400000
  college  | 2 | Chauffage et ventilation       | Thermique des Deux Caps     | 1150000
  college  | 3 | Menuiseries                    | Menuiserie des Sept Vallées | 640000
  cuisine  | 1 | Gros œuvre                     | Constructions du Détroit    | 1800000
  cuisine  | 2 | Équipements de cuisine         | Froid et Cuisson du Ternois | 520000
  routes   | 1 | Secteur de l'Artois            | Routes et Carrières d'Artois | 1900000
  routes   | 2 | Secteur du littoral            | Travaux publics de la Lys   | 1300000
  colleges | 1 | Est                            | Propreté Grand Est de Lille | 820000
  colleges | 2 | Ouest                          | Clair et Net Services       | 630000
  bureaux  | - | -                              | L'Atelier adapté d'Arras    | 420000
  parcs    | - | -                              | Les Ateliers du Marais      | 360000
  sentiers | - | -                              | Chantiers du Bassin         | 380000
  legumes  | - | -                              | legumerie-artois            | 540000
  epicerie | 1 | Épicerie                       | artois-service              | 900000
  epicerie | 2 | Produits laitiers              | cremerie-mines              | 700000
  repas    | - | -                              | resto-nord                  | 1900000
  pain     | 1 | Arrondissement d'Arras         | boulangerie                 | 110000
  pain     | 2 | Boulonnais                     | pain-adapte                 | 95000
  mobilier | - | -                              | Déménagements Courtois      | 300000
  archives | - | -                              | Numéris 62                  | 260000
  bureautique | - | -                           | Papeterie du Beffroi        | 240000
`;

/**
 * Columns: contract, lot, way, labour (%), insertion (%), hourly cost (€), hours agreed and why (- : the formula's),
 * file of the facilitator, hours done of those expected (%), employers (key and kind).
 */
export const CLAUSES = `
  college  | 1 | PERFORMANCE | 45 | 7   | 32 | -    | -                                           | PLIE-2025-018 | 104 | geiq interim
  college  | 2 | PERFORMANCE | 40 | 6   | 32 | -    | -                                           | PLIE-2025-018 | 58  | interim
  college  | 3 | PERFORMANCE | 50 | 5   | 32 | -    | -                                           | PLIE-2025-018 | 97  | geiq
  cuisine  | 1 | PERFORMANCE | 45 | 7   | 32 | -    | -                                           | PLIE-2026-004 | 47  | interim
  routes   | 1 | PERFORMANCE | 30 | 6   | 31 | -    | -                                           | PLIE-2024-022 | 101 | interim holder
  routes   | 2 | PERFORMANCE | 30 | 6   | 31 | -    | -                                           | PLIE-2024-022 | 92  | interim
  colleges | 1 | CRITERION   | 80 | 15  | 26 | -    | -                                           | ML-2025-003   | 99  | proprete coup-de-main
  colleges | 2 | CRITERION   | 80 | 15  | 26 | -    | -                                           | ML-2025-003   | 81  | coup-de-main
  bureaux  | - | RESERVED    | -  | -   | -  | 9600 | Toutes les heures de production sont faites par l'entreprise adaptée | - | 100 | adapte
  parcs    | - | RESERVED    | 75 | 100 | 24 | -    | -                                           | -             | 103 | marais
  sentiers | - | INSERTION   | 85 | 100 | 19 | -    | -                                           | PLIE-2024-009 | 102 | bassin
  legumes  | - | RESERVED    | 40 | 60  | 21 | -    | -                                           | PLIE-2026-011 | 98  | legumerie
  epicerie | 1 | PERFORMANCE | 12 | 5   | 28 | 240  | Arrondi convenu à la mise au point du marché | PLIE-2026-002 | 60  | interim-adapte
  repas    | - | CRITERION   | 40 | 6   | 28 | -    | -                                           | PLIE-2025-030 | 96  | coup-de-main holder
  pain     | 2 | RESERVED    | 60 | 100 | 23 | -    | -                                           | -             | 95  | fournil
  mobilier | - | PERFORMANCE | 60 | 10  | 27 | -    | -                                           | PLIE-2023-027 | 71  | interim
  archives | - | PERFORMANCE | 65 | 20  | 25 | -    | -                                           | PLIE-2026-040 | 0   | adapte
`;

/** Columns: key, name, kind (- : the holder itself hires). */
export const EMPLOYERS = `
  geiq           | GEIQ Bâtir en Artois            | GEIQ
  interim        | Intérim d'insertion des Mines   | ETTI
  holder         | Embauche directe                | -
  proprete       | Propreté solidaire d'Artois     | EI
  coup-de-main   | Le Coup de main                 | AI
  adapte         | L'Atelier adapté d'Arras        | EA
  marais         | Les Ateliers du Marais          | ESAT
  bassin         | Chantiers du Bassin             | ACI
  legumerie      | La Légumerie des Hauts d'Artois | ACI
  interim-adapte | Intérim adapté de l'Artois      | EATT
  fournil        | Le Fournil adapté               | EA
`;
