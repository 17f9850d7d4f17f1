/** A text that stands behind a rule or a figure. */
export interface LawSource {
  /** What the text is, in French (its own language). */
  title: string;
  /** How it is cited. */
  reference: string;
  /** Date of the text or of its last version read; null: not dated. */
  date: string | null;
}

const CODE_RURAL = "Code rural et de la pêche maritime";
const CODE_COMMANDE_PUBLIQUE = "Code de la commande publique";

/** Every text the product applies, by the id that `@law` and the rules cite. */
export const LAW_SOURCES = {
  "rural-L230-5-1": {
    title: "Part des produits durables et de qualité dans les repas de la restauration collective",
    reference: `${CODE_RURAL}, article L. 230-5-1`,
    date: "2021-08-22",
  },
  "rural-R230-30-1": {
    title: "Calcul des parts : valeur hors taxe des achats, sur une année civile",
    reference: `${CODE_RURAL}, article R. 230-30-1`,
    date: "2019-04-23",
  },
  "rural-R230-30-2": {
    title: "Prise en compte des externalités environnementales et de la performance dans un marché",
    reference: `${CODE_RURAL}, article R. 230-30-2`,
    date: "2019-04-23",
  },
  "rural-R230-30-3": {
    title: "Mentions et écolabels retenus, dont « fermier » et « pêche durable »",
    reference: `${CODE_RURAL}, article R. 230-30-3`,
    date: "2019-04-23",
  },
  "rural-R230-30-4": {
    title: "Bilan annuel transmis à l'État",
    reference: `${CODE_RURAL}, article R. 230-30-4`,
    date: "2019-04-23",
  },
  "rural-L230-5-3": {
    title:
      "Information des usagers : affichage permanent à l'entrée du restaurant, mis à jour chaque année, et communication électronique",
    reference: `${CODE_RURAL}, article L. 230-5-3`,
    date: "2021-08-22",
  },
  "rural-L640-2": {
    title: "Signes d'identification de la qualité et de l'origine et mentions valorisantes",
    reference: `${CODE_RURAL}, article L. 640-2`,
    date: null,
  },
  "decret-2021-1235": {
    title: "Adaptation à l'outre-mer des seuils de l'article L. 230-5-1",
    reference: "Décret n° 2021-1235 du 25 septembre 2021",
    date: "2021-09-25",
  },
  "reglement-2018-848": {
    title: "Production biologique et étiquetage des produits biologiques",
    reference: "Règlement (UE) 2018/848 du 30 mai 2018",
    date: "2018-05-30",
  },
  "guide-cnrc-2024-01": {
    title: "Guide d'achat pour un approvisionnement durable et de qualité",
    reference: "Conseil national de la restauration collective, janvier 2024",
    date: "2024-01",
  },
  "ministere-circuit-court": {
    title: "Définition du circuit court : un seul intermédiaire au plus",
    reference: "Ministère de l'agriculture, plan d'action sur les circuits courts, 2009",
    date: "2009",
  },
  "ma-cantine-resultats-2025": {
    title: "Résultats nationaux de la télédéclaration, données d'achat 2025",
    reference: "Ministère de l'agriculture, plateforme « ma cantine »",
    date: null,
  },
  "ma-cantine-open-data-2023": {
    title: "Télédéclarations publiées, données d'achat 2023",
    reference: "Plateforme « ma cantine », données ouvertes",
    date: "2023",
  },
  "ma-cantine-formulaire": {
    title: "Formulaires simple et détaillé de la télédéclaration",
    reference: "Plateforme « ma cantine », formulaires par année de données",
    date: null,
  },
  "cgi-278": {
    title: "Taux normal de la TVA",
    reference: "Code général des impôts, article 278",
    date: null,
  },
  "cgi-278-0-bis": {
    title: "TVA des denrées alimentaires",
    reference: "Code général des impôts, article 278-0 bis",
    date: null,
  },
  "cgi-279": {
    title: "TVA de la consommation immédiate",
    reference: "Code général des impôts, article 279",
    date: null,
  },
  "commande-publique-R2121-6": {
    title: "Valeur estimée du besoin : fournitures homogènes",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article R. 2121-6`,
    date: null,
  },
  "commande-publique-R2111-7": {
    title: "Spécifications techniques : pas de mention d'une provenance ou origine déterminée",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article R. 2111-7`,
    date: null,
  },
  "commande-publique-R2152-7": {
    title: "Critères d'attribution d'un marché",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article R. 2152-7`,
    date: null,
  },
  "decret-2022-767": {
    title: "Un critère d'attribution au moins prend en compte l'environnement, à partir du 21 août 2026",
    reference: "Décret n° 2022-767 du 2 mai 2022, pour l'article 35 de la loi n° 2021-1104",
    date: "2022-05-02",
  },
  "commande-publique-L2112-2": {
    title: "Conditions d'exécution d'un marché, dont celles qui touchent au social et à l'emploi",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article L. 2112-2`,
    date: null,
  },
  "commande-publique-L2152-7": {
    title: "Offre économiquement la plus avantageuse, sur un ou plusieurs critères",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article L. 2152-7`,
    date: null,
  },
  "commande-publique-R2123-1": {
    title: "Marchés de services sociaux et autres services spécifiques, dont l'insertion",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article R. 2123-1`,
    date: null,
  },
  "commande-publique-L2113-12": {
    title: "Marchés réservés aux opérateurs qui emploient des travailleurs handicapés ou défavorisés",
    reference: `${CODE_COMMANDE_PUBLIQUE}, articles L. 2113-12 à L. 2113-14`,
    date: null,
  },
  "commande-publique-R2112-1": {
    title: "Contrat écrit des marchés publics",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article R. 2112-1`,
    date: null,
  },
  "commande-publique-R2122-8": {
    title: "Marchés passés sans publicité ni mise en concurrence préalables en deçà d'un montant",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article R. 2122-8`,
    date: null,
  },
  "commande-publique-R2124-1": {
    title: "Procédures formalisées : seuils européens",
    reference: `${CODE_COMMANDE_PUBLIQUE}, article R. 2124-1, et avis relatif aux seuils de procédure`,
    date: null,
  },
  "loi-2014-856-1": {
    title: "Économie sociale et solidaire : qui en fait partie",
    reference: "Loi n° 2014-856 du 31 juillet 2014, article 1er",
    date: "2014-07-31",
  },
  "travail-L3332-17-1": {
    title: "Agrément « entreprise solidaire d'utilité sociale » (ESUS)",
    reference: "Code du travail, article L. 3332-17-1",
    date: null,
  },
  "gemrcn-2015": {
    title: "Recommandation nutrition : grammages des portions en restauration collective",
    reference: "Groupe d'étude des marchés de restauration collective et nutrition (GEMRCN), version 2.0",
    date: "2015-07",
  },
  "temps-plein-1607": {
    title: "Durée annuelle du travail d'un temps plein : 1 607 heures",
    reference: "Code du travail, article L3121-41",
    date: "2016-08",
  },
  "rgaa-4-1": {
    title: "Référentiel général d'amélioration de l'accessibilité (RGAA), version 4.1",
    reference: "Loi n° 2005-102, article 47; décret n° 2019-768; arrêté du 20 septembre 2019",
    date: "2021-02",
  },
} as const satisfies Record<string, LawSource>;

export type LawId = keyof typeof LAW_SOURCES;
