import type { Messages } from "@lingui/core";
import { i18n } from "@lingui/core";
import type { Locale } from "../shared/locales.ts";
import { asMissingFile } from "./offline/pages-build.ts";
import { toLocale } from "./ui/locale.ts";

const STORAGE_KEY = "bonnepart.locale";

const LOADERS: Record<Locale, () => Promise<Catalogues>> = {
  fr: () => import("./locales/fr.ts"),
  en: () => import("./locales/en.ts"),
};

interface Catalogues {
  MESSAGES: Messages;
  OF_FOLDERS: Readonly<Record<string, () => Promise<Messages>>>;
}

/** Folders whose pages were opened. */
const opened = new Set<string>();
let wanted: Locale = "fr";

/** Loads what the pages opened so far say in this language, then switches every text on the page. */
export async function activateLocale(locale: Locale): Promise<void> {
  wanted = locale;
  const { MESSAGES } = await LOADERS[locale]();
  i18n.load(locale, MESSAGES);
  await Promise.all([...opened].map((folder) => loadFolder(locale, folder)));
  if (wanted !== locale) return;
  i18n.activate(locale);
  document.documentElement.lang = locale;
  rememberLocale(locale);
}

/** A module of a folder of pages, once its texts are there: without them a page would show their ids. */
export async function withTexts<Module>(folder: string, module: Promise<Module>): Promise<Module> {
  opened.add(folder);
  const both = Promise.all([module, loadFolder(wanted, folder)]);
  const [loaded] = await both.catch((error: unknown) => {
    throw asMissingFile(error);
  });
  return loaded;
}

async function loadFolder(locale: Locale, folder: string): Promise<void> {
  const { OF_FOLDERS } = await LOADERS[locale]();
  const load = OF_FOLDERS[`./${locale}/${folder}.po`];
  if (load === undefined) throw new Error(`No texts of ${folder} in ${locale}`);
  i18n.load(locale, await load());
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
