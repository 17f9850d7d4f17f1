import type { Translated } from "../locales.ts";

/** REVIEW: nothing is written yet. RECORDED: its lines are in an order. ATTACHED: it is the proof of an order. */
export const INVOICE_STATES = ["REVIEW", "RECORDED", "ATTACHED"] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const INVOICE_STATE_LABELS: Readonly<Record<InvoiceState, Translated>> = {
  REVIEW: { fr: "À relire", en: "To review" },
  RECORDED: { fr: "Enregistrée", en: "Recorded" },
  ATTACHED: { fr: "Jointe à une commande", en: "Attached to an order" },
};
