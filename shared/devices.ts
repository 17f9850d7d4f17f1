/** Proper nouns, the same in every language. */
export const BROWSER_NAMES = {
  firefox: "Firefox",
  edge: "Edge",
  opera: "Opera",
  samsung: "Samsung Internet",
  chrome: "Chrome",
  safari: "Safari",
} as const;
export type BrowserName = keyof typeof BROWSER_NAMES;

export const SYSTEM_NAMES = {
  ios: "iPhone / iPad",
  android: "Android",
  windows: "Windows",
  chromeos: "Chromebook",
  macos: "Mac",
  linux: "Linux",
} as const;
export type SystemName = keyof typeof SYSTEM_NAMES;

/** Null: the browser does not say, or says what is not known here. */
export interface Device {
  browser: BrowserName | null;
  system: SystemName | null;
}

/** In the order in which they are looked for: each browser also names those that it resembles. */
const BROWSER_SIGNS: readonly (readonly [RegExp, BrowserName])[] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, "edge"],
  [/\bOPR\//, "opera"],
  [/\bSamsungBrowser\//, "samsung"],
  [/\b(?:Firefox|FxiOS)\//, "firefox"],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, "chrome"],
  [/\bVersion\/[\d.]+.* Safari\//, "safari"],
];

const SYSTEM_SIGNS: readonly (readonly [RegExp, SystemName])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "ios"],
  [/\bAndroid\b/, "android"],
  [/\bWindows\b/, "windows"],
  [/\bCrOS\b/, "chromeos"],
  [/\bMacintosh\b/, "macos"],
  [/\b(?:Linux|X11)\b/, "linux"],
];

/** The device of a User-Agent header. Versions and models are left out: they tell people apart. */
export function readDevice(userAgent: string | undefined): Device {
  const text = (userAgent ?? "").slice(0, 500);
  const find = <Name>(signs: readonly (readonly [RegExp, Name])[]): Name | null =>
    signs.find(([sign]) => sign.test(text))?.[1] ?? null;
  return { browser: find(BROWSER_SIGNS), system: find(SYSTEM_SIGNS) };
}

/** A name kept in the database; null when it is none of today's. */
export function asDevice({ browser, system }: { browser: string | null; system: string | null }): Device {
  return { browser: asKey(BROWSER_NAMES, browser), system: asKey(SYSTEM_NAMES, system) };
}

function asKey<Key extends string>(names: Readonly<Record<Key, string>>, text: string | null): Key | null {
  const keys = Object.keys(names) as Key[];
  return keys.find((key) => key === text) ?? null;
}
