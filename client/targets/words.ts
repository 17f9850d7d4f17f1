import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { formatWholeKg } from "../../shared/format/measures.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { formatPercent } from "../../shared/format/ratios.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { Outlook } from "../../shared/indicators/projection-target.ts";
import type { Locale } from "../../shared/locales.ts";
import type { TargetSource } from "../../shared/targets.ts";
import type { IconName } from "../ui/icons.tsx";
import type { Indicator as Colour } from "../ui/theme.ts";

/** « Sur 12 300 €, 8 400 € … »: what what remains must be. */
export const WHAT_REMAINS: Record<Indicator, MessageDescriptor> = {
  LOCAL: msg`de produits locaux`,
  SHORT: msg`en circuit court`,
  SHORT_OR_LOCAL: msg`en circuit court ou de produits locaux`,
  ORGANIC: msg`de bio`,
  EGALIM: msg`de produits durables et de qualité`,
  MEAT_FISH: msg`de viandes et poissons durables et de qualité`,
};

export const SOURCE_LABELS: Record<TargetSource, MessageDescriptor> = {
  law: msg`Objectif légal`,
  organisation: msg`Objectif de l'organisation`,
  canteen: msg`Objectif de la cantine`,
};

export const OUTLOOK_LABELS: Record<Outlook, MessageDescriptor> = {
  secured: msg`Oui, c'est acquis`,
  likely: msg`Oui, sans doute`,
  uncertain: msg`Incertain`,
  unlikely: msg`Sans doute pas`,
  "out-of-reach": msg`Hors d'atteinte`,
};

export const OUTLOOK_ICONS: Record<Outlook, IconName> = {
  secured: "check",
  likely: "check",
  uncertain: "question",
  unlikely: "alert",
  "out-of-reach": "cross",
};

/** Colour of each indicator, always beside its name. */
export const INDICATOR_COLOURS: Record<Indicator, Colour> = {
  LOCAL: "local",
  SHORT: "short",
  SHORT_OR_LOCAL: "short",
  ORGANIC: "organic",
  EGALIM: "quality",
  MEAT_FISH: "sustainable",
};

/** « 3 210 € », « 412 kg ». */
export function formatAmount(units: number, basis: Basis, locale: Locale): string {
  return basis === "value" ? formatWholeEuros(units, locale) : formatWholeKg(units, locale);
}

/** « 12,4 % » from basis points, always one decimal. */
export function formatShare(bp: number, locale: Locale): string {
  return formatPercent({ numerator: bp, denominator: 10_000 }, locale);
}
