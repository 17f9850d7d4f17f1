import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { formatPercent } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { Locale } from "../../shared/locales.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import type { MapPlace } from "./map-data.ts";

/** All that a circle says, in one sentence. */
export function placeName(
  { kind, of }: MapPlace,
  { indicator, locale, i18n }: { indicator: Indicator; locale: Locale; i18n: I18n },
): string {
  const where = of.communeName ?? "";
  const title = kind === "canteen" ? of.name : `${of.name}, ${SUPPLIER_KIND_LABELS[of.kind][locale]}`;
  const bought = formatWholeEuros(of.totals.amountCents, locale);
  const rate = formatPercent(of.shares[indicator].strict, locale);
  const named = INDICATOR_LABELS[indicator][locale];
  const placed = where === "" || title.includes(where) ? title : `${title}, ${where}`;
  if (of.totals.lines === 0) return i18n._(msg`${placed} : aucun achat`);
  return i18n._(msg`${placed} : ${bought} d'achats, ${named} ${rate}`);
}
