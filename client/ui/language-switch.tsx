import { Button } from "@mantine/core";
import type { Locale } from "../../shared/locales.ts";
import { useLocale } from "./locale.ts";

const OTHER: Record<Locale, { locale: Locale; name: string }> = {
  fr: { locale: "en", name: "English" },
  en: { locale: "fr", name: "Français" },
};

/** Offers the other language, in that language. */
export function LanguageSwitch({ onChange }: { onChange: (locale: Locale) => void }): React.ReactNode {
  const { locale, name } = OTHER[useLocale()];
  return (
    <Button variant="subtle" size="compact-md" lang={locale} onClick={() => onChange(locale)}>
      {name}
    </Button>
  );
}
