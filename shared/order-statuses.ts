/** A draft counts in no figure; the three others do. */
export const ORDER_STATUSES = ["DRAFT", "ORDERED", "RECEIVED", "INVOICED"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_STATUS_LABELS: Record<OrderStatus, { fr: string; en: string }> = {
  DRAFT: { fr: "Brouillon", en: "Draft" },
  ORDERED: { fr: "Commandée", en: "Ordered" },
  RECEIVED: { fr: "Livrée", en: "Received" },
  INVOICED: { fr: "Facturée", en: "Invoiced" },
};
