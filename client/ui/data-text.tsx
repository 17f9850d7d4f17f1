import { useLocale } from "./locale.ts";

/** The language in which a département's people type; undefined on a page in it, which needs no mark. */
export function useDataLang(): "fr" | undefined {
  return useLocale() === "fr" ? undefined : "fr";
}

/** A text that people typed: on an English page a screen reader is told to read it in French (RGAA 8.7). */
export function DataText({ children }: { children: React.ReactNode }): React.ReactNode {
  const lang = useDataLang();
  return lang === undefined ? children : <span lang={lang}>{children}</span>;
}

/** A name of a catalogue in two languages: on an English page the English one, if it has one. */
export function TranslatedName({ name, nameEn }: { name: string; nameEn: string }): React.ReactNode {
  return useLocale() === "en" && nameEn !== "" ? nameEn : <DataText>{name}</DataText>;
}
