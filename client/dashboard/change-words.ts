import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ShownPartName } from "../../shared/indicators/change-parts.ts";

/** Parts as a councillor says them. */
export const PART_NAMES: Record<ShownPartName, MessageDescriptor> = {
  volume: msg`Quantités achetées`,
  mix: msg`Choix des produits`,
  price: msg`Prix`,
  plain: msg`Achats sans poids connu`,
  proof: msg`Justificatifs`,
  definition: msg`Définition de « local »`,
  law: msg`Règles de droit`,
};

/** What moved, in one sentence. */
export const PART_SENTENCES: Record<ShownPartName, MessageDescriptor> = {
  volume: msg`Une cantine ou une famille de produits pèse plus, ou moins, dans les kilos achetés qu'avant.`,
  mix: msg`Dans une même cantine et une même famille, on a choisi d'autres fournisseurs ou d'autres produits.`,
  price: msg`Le prix moyen au kilo d'un fournisseur, dans une famille, n'est plus le même.`,
  plain: msg`Ces achats n'ont pas de poids enregistré, ou sont des avoirs : quantité et prix ne se séparent pas.`,
  proof: msg`Des justificatifs sont arrivés, ou ont expiré : les mêmes achats sont, ou ne sont plus, confirmés.`,
  definition: msg`Les mêmes achats, jugés selon l'ancienne définition de « local » puis selon la nouvelle.`,
  law: msg`Les mêmes achats, jugés selon les règles de droit d'avant puis selon les nouvelles.`,
};
