import { useLingui } from "@lingui/react";
import type { Locale } from "../../shared/locales.ts";

/** The locale of the page, for shared/format functions and `{ fr, en }` labels. */
export function useLocale(): Locale {
  return toLocale(useLingui().i18n.locale);
}

/** « en » for any English tag, else French. */
export function toLocale(tag: string): Locale {
  return tag.toLowerCase().startsWith("en") ? "en" : "fr";
}
