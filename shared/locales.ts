/** Languages of the product; French is the source and the default. */
export const LOCALES = ["fr", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** A text that exists in every language. */
export type Translated = Readonly<Record<Locale, string>>;
