import { searchKey } from "../normalise.ts";
import { columnNamed } from "../purchase-file/columns.ts";
import type { TargetField } from "./targets.ts";

/** What wholesalers, accountants and other programs call each field, as search keys. The first match is the best. */
const NAMES: Readonly<Partial<Record<TargetField, string>>> = {
  date: "date bl|date de bl|date du bl|date bon|date livraison|date liv|date de livraison|date de commande|date commande|date cde|date facture|date de facture|date fact|date facturation|dt facture|date piece|date de piece|date document|date doc|date mouvement|date mvt|date operation|date ecriture|date comptable|date reception|date mandat|jour|delivery date|invoice date|order date|purchase date|date livr|dt livraison|date achat",
  description:
    "designation|designation article|designation produit|libelle|libelle article|libelle produit|libelle ecriture|libelle ligne|intitule|denomination|nom article|nom du produit|nom produit|produit|article|description article|description produit|desc article|designation commerciale|item|item description|product|product name|goods|objet",
  fournisseur:
    "raison sociale|raison sociale fournisseur|nom tiers|nom du tiers|tiers|libelle tiers|libelle fournisseur|vendeur|supplier|supplier name|vendor|vendor name|marchand|emetteur|titulaire|creancier|beneficiaire|societe|fournisseur titulaire|nom titulaire",
  siret_fournisseur:
    "siret fournisseur|siret du fournisseur|siret tiers|siret vendeur|siret titulaire|n siret fournisseur|supplier siret|siret emetteur",
  prix_ht:
    "mt ht|mnt ht|montant net ht|montant ligne ht|montant h t|total ht|total h t|total ligne ht|total ligne|total net ht|valeur ht|valeur|ca ht|net ht|base ht|ht|h t|montant|montant ligne|montant net|cout|cout total|cout ht|amount|net amount|line total|total amount|total excl vat|amount excl vat|depense ht|debit|montant mandate ht|prix total",
  prix_ttc:
    "montant ttc|mt ttc|mnt ttc|total ttc|ttc|t t c|prix ttc|prix total ttc|montant t t c|net a payer|amount incl vat|total incl vat|gross amount|depense ttc|montant mandate",
  taux_tva: "tva|taux tva|taux de tva|tx tva|code tva|t v a|vat|vat rate|tva en",
  quantite:
    "quantite|qte|qte liv|qte livree|qte facturee|qte cde|qte commandee|quantite livree|quantite facturee|quantite commandee|qte fact|quantites|qtes|qty|quantity|nb|nombre|nbre|poids|poids net|poids kg|poids net kg|qte kg|quantite kg|kg|volume",
  unite:
    "unite|un|u|um|uv|uf|unite de mesure|unite de vente|unite vente|unite facturation|unite de facturation|unite facturee|unite achat|unit|uom|unite qte",
  prix_unitaire_ht:
    "pu ht|puht|pu|p u|p u ht|pu net|pu net ht|prix unitaire|prix unitaire ht|prix unit|prix unit ht|px unitaire|px unit|prix u|prix u ht|prix net|tarif|tarif ht|prix|prix au kg|prix kg|unit price|price|cout unitaire",
  famille_produits:
    "famille|famille article|familles|libelle famille|famille egalim|rayon|categorie produit|categorie de produit|categorie article|groupe|groupe article|groupe produit|segment|type de produit|type produit|nature|nature produit|family|product family|gamme",
  categories_egalim:
    "signe de qualite|signes de qualite|signe qualite|siqo|mention|mentions|certification|certifications|qualite|label qualite|labels egalim|label egalim|quality label|quality",
  origine:
    "pays d origine|pays origine|pays|origine produit|origine matiere|origin|country|country of origin|orig",
  est_circuit_court: "circuit court|cc|en circuit court|short circuit",
  est_local: "locale|produit local|proximite|origine locale|is local",
  reference:
    "bl|n bl|no bl|num bl|numero bl|n de bl|numero de bl|bon de livraison|n bon de livraison|n bon|bon|facture|n facture|no facture|num facture|numero facture|numero de facture|n de facture|n commande|num commande|numero commande|n cde|piece|n piece|num piece|numero piece|n document|document|doc|ref facture|reference facture|reference bl|n mandat|mandat|invoice|invoice number|invoice no|order number|order no|delivery note|numero de bon|commande",
  code_article:
    "code article|code produit|code art|code|codes|ref article|reference article|ref produit|reference produit|ref|reference|art|sku|item code|product code|gencod|gencode|ean|ean13|gtin|n article|num article|code barre",
  siret:
    "siret client|client|code client|nom client|site|etablissement|nom etablissement|cantine|nom cantine|nom de la cantine|restaurant|lieu de livraison|point de livraison|adresse de livraison|service|livre a",
};

const EXACT = new Map<string, TargetField>();
for (const [field, names] of Object.entries(NAMES) as [TargetField, string][])
  for (const name of names.split("|")) if (!EXACT.has(name)) EXACT.set(name, field);

/** Words inside a longer header, tried in this order: « Montant total HT de la ligne (€) ». */
const PARTS: readonly [RegExp, TargetField][] = [
  [/\bsiret\b.*\b(fournisseur|tiers|vendeur|titulaire)\b/, "siret_fournisseur"],
  [/\b(prix|px|pu|tarif|cout)\b.*\b(unit\w*|kg|kilo|piece)\b/, "prix_unitaire_ht"],
  [/\b(montant|total|mt|mnt|prix|valeur)\b.*\bttc\b/, "prix_ttc"],
  [/\b(montant|total|mt|mnt|valeur|prix total)\b.*\bht\b/, "prix_ht"],
  [/\b(taux|tx)\b.*\btva\b/, "taux_tva"],
  [/^(qte|quantite|qty|quantity)\b/, "quantite"],
  [/^unite\b/, "unite"],
  [/\bdate\b/, "date"],
  [/\bfamille\b/, "famille_produits"],
  [/\bfournisseurs?\b/, "fournisseur"],
  [/^(n|no|num|numero|ref|reference)\b.*\b(bl|bon|facture|commande|piece|livraison)\b/, "reference"],
  [/^(code|ref|reference)\b.*\b(article|produit)\b/, "code_article"],
  [/^(designation|libelle|description)\b/, "description"],
  [/\borigine\b/, "origine"],
  [/\begalim\b/, "categories_egalim"],
];

/** What a header says. `exact`: the whole header is a known name; else a part of it is. */
export interface NamedField {
  field: TargetField;
  exact: boolean;
}

/** The field that a header names, in any case, accents and punctuation; null: none is known. */
export function fieldNamed(header: string): NamedField | null {
  const key = searchKey(header);
  if (key === "" || key.length > 80) return null;
  const exact = columnNamed(header) ?? EXACT.get(key) ?? EXACT.get(withoutUnit(key));
  if (exact !== undefined) return { field: exact, exact: true };
  const part = PARTS.find(([pattern]) => pattern.test(key));
  return part === undefined ? null : { field: part[1], exact: false };
}

/** « montant ht eur » and « qte kg » without what they are counted in. */
function withoutUnit(key: string): string {
  return key.replace(/ (?:en )?(?:eur|euros?|e)$/, "");
}
