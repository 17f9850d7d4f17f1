/** Columns: supplier, status, first day (- : always before), last day (- : open-ended), what proves it (- : only declared). */
export const STATUSES = `
  jardins-vitry       | EXPLOITATION_AGRICOLE   | -          | -          | -
  ferme-marais        | EXPLOITATION_AGRICOLE   | -          | -          | -
  ferme-clairs        | EXPLOITATION_AGRICOLE   | -          | -          | -
  gaec-lys            | EXPLOITATION_AGRICOLE   | -          | -          | -
  gaec-haut-pays      | EXPLOITATION_AGRICOLE   | -          | -          | -
  vergers-bapaume     | EXPLOITATION_AGRICOLE   | -          | -          | -
  porcs-ternois       | EXPLOITATION_AGRICOLE   | -          | -          | -
  volailles-sensee    | EXPLOITATION_AGRICOLE   | -          | -          | -
  endives-marquion    | EXPLOITATION_AGRICOLE   | -          | -          | -
  serres-lys          | EXPLOITATION_AGRICOLE   | -          | -          | -
  ferme-albert        | EXPLOITATION_AGRICOLE   | -          | -          | -
  oeufs-pernes        | ENTREPRISE_INDIVIDUELLE | -          | -          | -
  chevrerie           | ENTREPRISE_INDIVIDUELLE | -          | -          | -
  pisciculture        | SOCIETE                 | -          | -          | -
  champignonniere     | SOCIETE                 | -          | -          | -
  nord-primeurs       | SOCIETE                 | -          | -          | -
  artois-service      | SOCIETE                 | -          | -          | -
  froid-flandres      | SOCIETE                 | -          | -          | -
  comptoir-viandes    | SOCIETE                 | -          | -          | -
  maree-opale         | SOCIETE                 | -          | -          | -
  cremerie-mines      | SOCIETE                 | -          | -          | -
  resto-nord          | SOCIETE                 | -          | -          | -
  biodis              | SOCIETE                 | -          | -          | -
  hygiene-artois      | SOCIETE                 | -          | -          | -
  boulangerie         | SOCIETE                 | -          | -          | -
  moulin-ternoise     | SOCIETE                 | -          | -          | -
  salaisons           | SOCIETE                 | -          | -          | -
  biscuiterie         | SOCIETE                 | -          | -          | -
  atelier-soja        | SOCIETE                 | -          | -          | -
  jardins-insertion   | ASSOCIATION             | -          | -          | RNA W620001237
  pain-adapte         | ASSOCIATION             | -          | -          | RNA W620001274
  legumerie-artois    | ASSOCIATION             | -          | -          | RNA W620001311
  legumerie-littoral  | PUBLIC                  | -          | -          | FINESS 620001348
  bio-artois          | COOPERATIVE             | -          | -          | Registre national des coopératives 1385
  coop-lys            | COOPERATIVE             | -          | -          | -
  eleveurs-boulonnais | COOPERATIVE             | -          | -          | Registre national des coopératives 1459
  peche-boulogne      | COOPERATIVE             | -          | -          | Registre national des coopératives 1496
  lait-avesnois       | COOPERATIVE             | -          | -          | -
  conserverie         | SOCIETE_ESS             | -          | -          | RCS, mention ESS
  torrefaction        | SOCIETE_ESS             | -          | -          | RCS, mention ESS
  jardins-insertion   | ACI                     | 2022-01-01 | -          | Convention IAE 62-0418
  jardins-insertion   | ESUS                    | 2023-05-02 | 2028-05-01 | Arrêté ESUS 62-2023-07
  pain-adapte         | EA                      | 2021-01-01 | -          | Contrat EA 62-011
  pain-adapte         | ESUS                    | 2024-02-01 | 2029-01-31 | Arrêté ESUS 62-2024-02
  conserverie         | EI                      | 2022-07-01 | 2026-06-30 | Convention IAE 62-0502
  conserverie         | ESUS                    | 2023-09-15 | 2028-09-14 | Arrêté ESUS 62-2023-19
  torrefaction        | ESUS                    | 2026-03-16 | 2031-03-15 | Arrêté ESUS 62-2026-05
  legumerie-artois    | ACI                     | 2022-01-01 | -          | Convention IAE 62-0377
  legumerie-artois    | ESUS                    | 2022-10-03 | 2027-10-02 | Arrêté ESUS 62-2022-31
  legumerie-artois    | LABEL                   | 2025-09-01 | 2028-08-31 | Délibération 2025-214
  legumerie-littoral  | ESAT                    | -          | -          | Arrêté ARS 62-0093
  legumerie-littoral  | CHARTER                 | 2026-01-12 | -          | Signée le 12 janvier 2026
  bio-artois          | CHARTER                 | 2025-05-05 | -          | -
`;
