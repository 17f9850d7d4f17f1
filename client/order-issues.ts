import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { OrderIssueCode } from "../shared/orders.ts";

const SENTENCES: Record<OrderIssueCode, MessageDescriptor> = {
  NO_LINE: msg`La commande n'a aucune ligne. Ajoutez-en une, ou gardez-la en brouillon.`,
  DATE_IN_FUTURE: msg`Cette date est dans le futur. Corrigez-la, ou laissez vide une livraison ou une facture à venir.`,
  DATE_TOO_OLD: msg`Cette date est d'avant l'an 2000. Vérifiez l'année.`,
  DELIVERED_BEFORE_ORDERED: msg`La livraison précède la commande. Corrigez l'une des deux dates.`,
  INVOICED_BEFORE_ORDERED: msg`La facture précède la commande. Corrigez l'une des deux dates.`,
  REFUSED_BUT_RECEIVED: msg`Une ligne refusée ne dit pas combien a été gardé. Tapez la quantité reçue.`,
  QUANTITY_WITHOUT_UNIT: msg`Une quantité n'a pas d'unité. Choisissez kg, pièce, carton…`,
  TWICE_THE_SAME_LINE: msg`Une même ligne est là deux fois. Retirez l'une des deux.`,
  AMOUNT_TOO_LARGE: msg`Un montant dépasse 10 millions d'euros. Vérifiez la quantité et le prix.`,
  WEIGHT_TOO_LARGE: msg`Un poids dépasse 10 000 tonnes. Vérifiez la quantité et le poids d'une unité.`,
};

/** What keeps the order from being saved, and what to do. */
export function orderIssueText(code: OrderIssueCode, i18n: I18n): string {
  return i18n._(SENTENCES[code]);
}
