import type { Messages } from "@lingui/core";
import { i18n } from "@lingui/core";
import type { Locale } from "../shared/locales.ts";
import { toLocale } from "./ui/locale.ts";

const STORAGE_KEY = "bonnepart.locale";

const LOADERS: Record<Locale, () => Promise<{ MESSAGES: Messages }>> = {
  fr: () => import("./locales/fr.ts"),
  en: () => import("./locales/en.ts"),
};

/** Loads the locale's catalogue, then switches every text on the page. */
export async function activateLocale(locale: Locale): Promise<void> {
  const { MESSAGES } = await LOADERS[locale]();
  i18n.loadAndActivate({ locale, messages: MESSAGES });
  document.documentElement.lang = locale;
  rememberLocale(locale);
}

/** Before sign-in: what this browser used last, else what it asks for, else French. */
export function initialLocale(): Locale {
  const stored = readStoredLocale();
  if (stored !== null) return stored;
  return navigator.languages.some((language) => language.toLowerCase().startsWith("fr"))
    ? "fr"
    : toLocale(navigator.language);
}

function readStoredLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === "fr" || stored === "en" ? stored : null;
  } catch {
    return null;
  }
}

function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // Storage refused by the browser: the account's own setting still holds.
  }
}
