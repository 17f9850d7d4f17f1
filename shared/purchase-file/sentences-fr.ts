import { CATEGORIES } from "../categories.ts";
import { FAMILIES } from "../families.ts";
import type { CorrectionCode, FileIssue, FileIssueCode } from "./issues.ts";

type IssueSentence = (issue: FileIssue) => string;

export interface FileSentences {
  issues: Readonly<Record<FileIssueCode, IssueSentence>>;
  corrections: Readonly<Record<CorrectionCode, (result: string) => string>>;
}

function quote(text: string): string {
  return `«\u00A0${text}\u00A0»`;
}

/** « Écrivez X. » when something is suggested, else the general advice. */
function advise({ suggestion }: FileIssue, general: string): string {
  return suggestion === null ? general : `Vouliez-vous écrire ${quote(suggestion)}\u202F?`;
}

export const SENTENCES_FR: FileSentences = {
  issues: {
    FILE_EMPTY: () => "Le fichier est vide. Choisissez celui qui contient vos achats.",
    FILE_TOO_LARGE: () => "Le fichier est trop volumineux. Coupez-le en plusieurs fichiers.",
    FILE_TYPE: () =>
      "Ce fichier n'est pas un tableau. Enregistrez-le en CSV, TSV, XLSX ou ODS, puis recommencez.",
    FILE_OLD_EXCEL: () =>
      "Ce fichier est d'un ancien format d'Excel, ou protégé par un mot de passe. Enregistrez-le en XLSX sans mot de passe.",
    FILE_UNREADABLE: () => "Le fichier est abîmé. Ouvrez-le dans votre tableur et enregistrez-le à nouveau.",
    FILE_BOMB: () => "Le contenu décompressé de ce classeur est trop volumineux. Enregistrez-le en CSV.",
    FILE_ROWS: () => "Le fichier a plus de 100\u202F000 lignes. Coupez-le en plusieurs fichiers.",
    FILE_COLUMNS: () => "Le fichier a plus de 200 colonnes. Gardez celles du fichier d'achats.",
    FILE_FIELD: () => "Une cellule contient plus de 65\u202F536 caractères. Raccourcissez-la.",
    FILE_DOCTYPE: () =>
      "Ce classeur contient une déclaration DOCTYPE, qu'aucun tableur n'écrit et qui peut cacher un piège. Ouvrez-le dans votre tableur et enregistrez-le à nouveau.",
    FILE_TIME: () => "Le fichier n'a pas pu être lu en 30 secondes. Coupez-le, ou enregistrez-le en CSV.",
    FILE_NO_HEADER: () =>
      "Aucune ligne d'en-tête n'a été reconnue. La première ligne doit nommer les colonnes\u00A0: siret, description, fournisseur, date, prix_ht, famille_produits…",
    ENCODING: () => "Le fichier n'est pas encodé en UTF-8.",
    QUOTED_LINES: () => "Chaque ligne entière est entre guillemets. Enregistrez à nouveau le fichier en CSV.",
    HEADER_NOT_FIRST: () => "L'en-tête n'est pas la première ligne. Supprimez les lignes de titre.",
    HEADER_NAME: (issue) =>
      `La colonne ${quote(issue.value)} n'a pas le nom attendu. ${advise(issue, "Corrigez l'en-tête.")}`,
    HEADER_MISSING: ({ column }) => `La colonne ${quote(column ?? "")} manque. Ajoutez-la à l'en-tête.`,
    HEADER_EXTRA: ({ value }) =>
      value === ""
        ? "Une colonne sans nom est de trop. Supprimez-la."
        : `La colonne ${quote(value)} est de trop. Supprimez-la.`,
    HEADER_ORDER: ({ column }) =>
      `Les colonnes ne sont pas dans l'ordre attendu à partir de ${quote(column ?? "")}. Remettez-les en ordre.`,
    HEADER_TWICE: ({ column }) =>
      `Deux colonnes se lisent ${quote(column ?? "")}. Supprimez ou renommez celle qui est de trop.`,
    ROW_LENGTH: ({ suggestion }) =>
      suggestion === null
        ? "Cette ligne a une valeur au-delà de la dernière colonne. Vérifiez les séparateurs et les guillemets."
        : `Cette ligne n'a pas ${suggestion} cellules comme l'en-tête. Vérifiez les séparateurs.`,
    BLANK_ROW: () => "Cette ligne est vide. Supprimez-la.",
    REQUIRED: (issue) => `Cette cellule est vide. ${advise(issue, "Remplissez-la.")}`,
    SIRET_LENGTH: (issue) =>
      `Ce n'est pas un SIRET de 14 chiffres. ${advise(issue, "Recopiez le SIRET de la cantine.")}`,
    SIRET_KEY: (issue) => `La clé de ce SIRET est fausse. ${advise(issue, "Relisez les 14 chiffres.")}`,
    SIRET_ROUNDED: (issue) =>
      `Le tableur a arrondi ce SIRET. ${advise(issue, "Mettez la colonne au format texte et recopiez le SIRET.")}`,
    CANTEEN_UNKNOWN: () =>
      "Aucune de vos cantines n'a cet identifiant. Corrigez-le, ou créez d'abord la cantine.",
    CANTEEN_OTHER: () =>
      "Cette ligne est celle d'une autre cantine que la cantine choisie. Importez-la en choisissant sa cantine.",
    DATE_FORMAT: (issue) => `Ce n'est pas une date. ${advise(issue, "Écrivez-la 2026-01-31 ou 31/01/2026.")}`,
    DATE_IMPOSSIBLE: (issue) =>
      `Ce jour n'existe pas dans le calendrier. ${advise(issue, "Le jour vient avant le mois\u00A0: 31/01/2026.")}`,
    DATE_NO_YEAR: () => "L'année manque. Écrivez la date entière\u00A0: 31/01/2026.",
    DATE_FUTURE: () => "Cette date est dans le futur. Un achat est déjà fait\u00A0: corrigez la date.",
    DATE_DECLARED: () =>
      "Cette année a été déclarée\u00A0: rien ne s'y ajoute plus. Demandez à l'administrateur de la rouvrir.",
    PRICE_NUMBER: (issue) =>
      `Ce n'est pas un nombre. ${advise(issue, "Écrivez le montant hors taxes en chiffres\u00A0: 1234.50.")}`,
    PRICE_TOO_LARGE: () => "Ce montant dépasse 10 millions d'euros pour une ligne. Vérifiez-le.",
    FAMILY_UNKNOWN: (issue) =>
      `Cette famille de produits n'existe pas. ${advise(issue, `Choisissez parmi\u00A0: ${FAMILIES.join(", ")}.`)}`,
    CATEGORY_UNKNOWN: (issue) =>
      `Cette catégorie n'existe pas. ${advise(issue, `Choisissez parmi\u00A0: ${CATEGORIES.join(", ")}.`)}`,
    ORIGIN_UNKNOWN: (issue) =>
      `Cette origine n'est pas reconnue. ${advise(issue, "Écrivez FRANCE ou EUROPE, ou laissez vide.")}`,
    ORIGIN_BOTH: () => "FRANCE et EUROPE s'excluent. Gardez-en une seule.",
    BOOLEAN_UNKNOWN: (issue) => `Ce n'est ni oui ni non. ${advise(issue, "Écrivez OUI ou NON.")}`,
    DEFINITION_UNKNOWN: (issue) =>
      `Cette définition de «\u00A0local\u00A0» n'existe pas. ${advise(issue, "Écrivez PAT, COMMUNE, DEPARTEMENT, REGION ou KM.")}`,
    DEFINITION_WITHOUT_LOCAL: () =>
      "Une définition de «\u00A0local\u00A0» est donnée alors que la ligne n'est pas locale. Effacez-la, ou écrivez OUI dans est_local.",
    KM_NUMBER: () => "Ce n'est pas un nombre de kilomètres entre 0 et 1000. Écrivez par exemple 80.",
    KM_WITHOUT_KM: () =>
      "Un rayon est donné alors que la définition n'est pas KM. Effacez-le, ou écrivez KM dans definition_local.",
    SHEET_MISSING: ({ value }) =>
      `La feuille ${quote(value)} n'est pas dans ce classeur. Choisissez-en une autre.`,
    MAPPING_INCOMPLETE: ({ column }) =>
      `Aucune colonne n'est choisie pour ${quote(column ?? "")}. Choisissez-en une, ou donnez la valeur une fois pour tout le fichier.`,
    MAPPING_COLUMN: ({ column }) =>
      `La colonne ${quote(column ?? "")} n'est pas dans ce fichier. Choisissez à nouveau les colonnes.`,
    VAT_NUMBER: () => "Ce n'est pas un taux de TVA. Écrivez par exemple 5,5.",
  },
  corrections: {
    ENCODING: (result) => `Fichier lu dans son encodage, ${result}.`,
    QUOTED_LINES: () => "Guillemets autour de lignes entières retirés.",
    TITLE_ROWS: (result) => `Lignes de titre ignorées\u00A0: l'en-tête est la ligne ${result}.`,
    HEADER_NAME: (result) => `Colonne reconnue comme ${result}.`,
    HEADER_IGNORED: () => "Colonne inconnue ignorée.",
    HEADER_ABSENT: (result) => `Colonne ${result} absente\u00A0: lue comme vide.`,
    HEADER_ORDER: () => "Colonnes dans un autre ordre, lues par leur nom.",
    ROW_LENGTH: () => "Cellules vides en trop ignorées.",
    BLANK_ROW: () => "Ligne vide ignorée.",
    SIRET_SPACES: () => "Espaces retirés du SIRET.",
    SIRET_ZEROS: () => "Zéros du début du SIRET remis.",
    SIRET_EXPONENT: () => "SIRET écrit comme un nombre, remis en 14 chiffres.",
    SUPPLIER_MISSING: () => "Fournisseur vide\u00A0: «\u00A0Fournisseur non précisé\u00A0».",
    TEXT_SHORTENED: () => "Texte trop long, raccourci.",
    FORMULA_GUARD: () => "Apostrophe de protection retirée.",
    DATE_FORMAT: () => "Date écrite autrement, comprise.",
    DATE_SERIAL: () => "Numéro de jour du tableur remis en date.",
    PRICE_FORMAT: () => "Montant écrit à la française, compris.",
    PRICE_POINT: () => "Point lu comme une virgule décimale\u00A0: vérifiez qu'il ne coupe pas les milliers.",
    PRICE_ROUNDED: () => "Montant arrondi au centime.",
    FAMILY_WORD: () => "Famille reconnue par son libellé.",
    CATEGORY_WORD: () => "Catégorie reconnue par son libellé.",
    ORIGIN_WORD: () => "Origine reconnue.",
    BOOLEAN_WORD: (result) => `Lu comme «\u00A0${result}\u00A0».`,
    DEFINITION_WORD: () => "Définition de «\u00A0local\u00A0» reconnue.",
    DEFINITION_UNUSED: () => "Définition de «\u00A0local\u00A0» ignorée\u00A0: la ligne n'est pas locale.",
    KM_FORMAT: () => "Rayon compris en kilomètres.",
    KM_UNUSED: () => "Rayon ignoré\u00A0: la définition n'est pas KM.",
    SIRET_SIREN: () => "SIREN reconnu\u00A0: c'est celui d'une seule cantine.",
    TOTAL_ROW: () => "Ligne de total, de titre ou de report mise de côté\u00A0: ce n'est pas un achat.",
    FILLED_DOWN: () => "Cellule vide\u00A0: la valeur de la ligne du dessus est reprise.",
    VALUE_MAPPED: () => "Valeur traduite comme vous l'avez indiqué.",
    SUPPLIER_MAPPED: () => "Fournisseur remplacé comme vous l'avez indiqué.",
    FAMILY_ASSUMED: () => "Famille non donnée par le fichier\u00A0: «\u00A0Épicerie et autres\u00A0».",
    PRICE_FROM_TTC: () => "Montant HT calculé du montant TTC et du taux de TVA.",
    PRICE_FROM_QUANTITY: () => "Montant HT calculé de la quantité et du prix unitaire.",
    QUANTITY_IGNORED: () => "Quantité ou unité non comprise, laissée de côté\u00A0: le montant suffit.",
    ORIGIN_ELSEWHERE: () => "Pays hors de l'Union européenne\u00A0: aucune origine n'est retenue.",
  },
};
