import { Button } from "@mantine/core";
import type { Locale } from "../../shared/locales.ts";
import { useLocale } from "./locale.ts";

const OTHER: Record<Locale, { locale: Locale; name: string; short: string }> = {
  fr: { locale: "en", name: "English", short: "EN" },
  en: { locale: "fr", name: "Français", short: "FR" },
};

/** Offers the other language, in that language. */
export function LanguageSwitch({ onChange }: { onChange: (locale: Locale) => void }): React.ReactNode {
  const { locale, name, short } = OTHER[useLocale()];
  return (
    <Button
      variant="subtle"
      size="compact-md"
      lang={locale}
      onClick={() => onChange(locale)}
      aria-label={`${short} – ${name}`}
    >
      {short}
    </Button>
  );
}
