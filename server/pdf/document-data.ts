import { renderSVG } from "uqr";
import type { Ratio } from "../../shared/cells.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import { formatEuros, formatWholeEuros } from "../../shared/format/money.ts";
import { formatBasisPoints, formatPercent, percentTenths } from "../../shared/format/ratios.ts";
import type { Share } from "../../shared/indicators/shares.ts";
import type { Locale } from "../../shared/locales.ts";
import type { PublicFigures, PublicRate } from "../../shared/public-figures.ts";
import type { PublicWords } from "../public/words.ts";
import { PUBLIC_WORDS, RATE_TITLES } from "../public/words.ts";

/** What a document is made of, beside its figures. */
export interface DocumentAsked {
  locale: Locale;
  /** Address of the public page; null: no QR code. */
  address: string | null;
  /** Share of food projects as the canteen knows it, basis points; null: not known. */
  patBp: number | null;
}

/** A rate as a template draws it: the figures of the bar in percent. */
interface DrawnRate {
  title: string;
  figure: string;
  /** What it is out of 100 €; empty: nothing was bought. */
  sentence: string;
  words: string;
  notes: string;
  strict: number;
  declared: number;
  target: number | null;
}

/** All that a template reads; every text is shown as it stands. */
export interface DocumentData {
  lang: Locale;
  title: string;
  author: string;
  over: string;
  lead: string;
  rates: DrawnRate[];
  statements: string[];
  familyTitle: string;
  familyHeader: string[];
  families: string[][];
  notes: string[];
  updated: string;
  /** What full, pale and the mark of a bar are. */
  legend: string;
  qr: { svg: string; alt: string; words: string } | null;
}

/** A document of the year for diners: the shares that the law has displayed, and how they are made. @law rural-L230-5-3 */
export function documentData(figures: PublicFigures, asked: DocumentAsked): DocumentData {
  const { locale, address } = asked;
  const words = PUBLIC_WORDS[locale];
  const { name, communeName, canteens, year, isOver, totalCents } = figures;
  return {
    lang: locale,
    title: words.title(year),
    author: drawable(name),
    over: drawable(
      communeName === null ? `${name}, ${words.ofCanteens(canteens)}` : `${name}, ${communeName}`,
    ),
    lead: `${words.spent(formatWholeEuros(totalCents, locale), year)}${isOver ? "" : ` ${words.partial(year)}`}`,
    rates: figures.rates.map((rate) => drawnRate(rate, locale)),
    statements: statementsOf(figures, asked, words),
    familyTitle: words.families,
    familyHeader: [words.family, words.part, words.share],
    families: figures.families.map(({ family, share, part }) => [
      FAMILY_SHORT_LABELS[family][locale],
      formatPercent(part, locale),
      formatPercent(share.strict, locale),
    ]),
    notes: [words.methodText, `${words.law} ${words.updated(formatDateLong(figures.today, locale))}`],
    updated: words.updated(formatDateLong(figures.today, locale)),
    legend: words.legend,
    qr:
      address === null
        ? null
        : {
            svg: renderSVG(address, { border: 2, ecc: "M" }),
            alt: words.scanAlt(address),
            words: words.scan,
          },
  };
}

/** Characters that the documents' own font draws; another one would stop the document, and is shown as « ? ». */
export function drawable(text: string): string {
  return text.replace(UNDRAWABLE, "?");
}

const UNDRAWABLE =
  /[^\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u0400-\u045F\u1E00-\u1EF9\u2010-\u2027\u202F-\u203A\u20AC\u2122\u2212]/gu;

/** A tenth of a percent of 100 €. */
const CENTS_IN_TENTH = 10;

function drawnRate({ indicator, share, before, targetBp }: PublicRate, locale: Locale): DrawnRate {
  const words = PUBLIC_WORDS[locale];
  const tenths = percentTenths(share.strict);
  const notes = [
    targetBp === null ? null : words.target(formatBasisPoints(targetBp, locale)),
    before === null || before.denominator === 0 ? null : words.before(formatPercent(before, locale)),
  ];
  return {
    title: RATE_TITLES[indicator][locale],
    figure: formatPercent(share.strict, locale),
    sentence: tenths === null ? "" : words.hundred[indicator](formatEuros(tenths * CENTS_IN_TENTH, locale)),
    words: provenWords(share, { locale, words }),
    notes: notes.filter((note) => note !== null).join(" · "),
    strict: percent(share.strict),
    declared: Math.max(percent(share.strict), percent(share.declared)),
    target: targetBp === null ? null : targetBp / 100,
  };
}

function statementsOf(
  { fairTrade, pat }: PublicFigures,
  { locale, patBp }: DocumentAsked,
  words: PublicWords,
): string[] {
  const sentence = (title: string, text: string): string =>
    `${title}${locale === "fr" ? "\u00A0:" : ":"} ${text}.`;
  const share = (one: Share): string =>
    `${formatPercent(one.strict, locale)}, ${provenWords(one, { locale, words })}`;
  const patText =
    pat !== null ? share(pat) : patBp !== null ? formatBasisPoints(patBp, locale) : words.patUnknown;
  return [sentence(words.pat, patText), sentence(words.fairTrade, share(fairTrade))];
}

function provenWords(
  { strict, declared }: Share,
  { locale, words }: { locale: Locale; words: PublicWords },
): string {
  if (strict.denominator <= 0) return words.none;
  return declared.numerator > strict.numerator ? words.upTo(formatPercent(declared, locale)) : words.proven;
}

function percent({ numerator, denominator }: Ratio): number {
  if (denominator <= 0) return 0;
  return Math.min(100, Math.max(0, (100 * numerator) / denominator));
}
