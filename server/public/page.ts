import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatDateLong, formatMonth } from "../../shared/format/dates.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { formatBasisPoints, formatPercent } from "../../shared/format/ratios.ts";
import type { Share } from "../../shared/indicators/shares.ts";
import type { Locale } from "../../shared/locales.ts";
import type { PublicFigures, PublicIndicator, PublicRate } from "../../shared/public-figures.ts";
import { PICTURE_SIZE } from "../pictures/size.ts";
import { gauge, monthBars } from "./gauge.ts";
import { Html, html } from "./html.ts";
import { STYLE } from "./style.ts";
import type { PublicWords } from "./words.ts";
import { PUBLIC_WORDS, RATE_TITLES } from "./words.ts";

/** How a page is asked for. */
export interface PageAsked {
  locale: Locale;
  /** Where the site is, for the address of the picture: « https://bonnepart.example ». */
  origin: string;
  /** The page's own path, without its query. */
  path: string;
  indexed: boolean;
}

/** The picture of a page, under the page's own path. */
export const PICTURE_NAME = "vignette.png";

const COLOURS: Readonly<Record<PublicIndicator, string>> = {
  EGALIM: "#4f92e1",
  ORGANIC: "#0b693e",
  MEAT_FISH: "#6b1f45",
  SHORT_OR_LOCAL: "#813e85",
};

/** The whole public page of a year's figures. */
export function publicPage(figures: PublicFigures, asked: PageAsked): string {
  const words = PUBLIC_WORDS[asked.locale];
  const { locale } = asked;
  const other: Locale = locale === "fr" ? "en" : "fr";
  const title = `${figures.name}. ${words.title(figures.year)}`;
  return document(
    {
      locale,
      title,
      description: descriptionOf(figures, locale),
      indexed: asked.indexed,
      picture: `${asked.origin}${asked.path}/${PICTURE_NAME}?lang=${locale}`,
    },
    html`<nav><a href="${asked.path}?lang=${other}" hreflang="${other}" lang="${other}" aria-label="${words.otherLabel}">${words.other}</a></nav><main><h1>${figures.name}</h1>${lead(figures, locale)}<div class="rates">${figures.rates.map((rate) => rateCard(rate, locale))}</div>${besides(figures, locale)}${families(figures, locale)}${months(figures, locale)}<footer><h2>${words.method}</h2><p>${words.methodText}</p><p class="small">${words.law} ${words.updated(formatDateLong(figures.today, locale))}</p></footer></main>`,
  );
}

/** The headline rates alone, for a frame in another site. */
export function embeddedPage(
  figures: PublicFigures,
  asked: Omit<PageAsked, "origin"> & { whole: string },
): string {
  const { locale } = asked;
  const words = PUBLIC_WORDS[locale];
  return document(
    { locale, title: figures.name, description: descriptionOf(figures, locale), indexed: false },
    html`<main><h1>${figures.name}</h1>${lead(figures, locale)}<div class="rates">${figures.rates.map((rate) => rateCard(rate, locale))}</div><p><a class="more" href="${asked.whole}?lang=${locale}" target="_blank" rel="noopener">${words.open}</a></p></main>`,
  );
}

/** What is answered instead of a page. */
export function noPage(status: 404 | 410 | 429, locale: Locale): string {
  const [title, text] = PUBLIC_WORDS[locale].gone[status];
  return document(
    { locale, title, description: text, indexed: false },
    html`<main><h1>${title}</h1><p>${text}</p></main>`,
  );
}

function document(
  {
    locale,
    title,
    description,
    indexed,
    picture,
  }: { locale: Locale; title: string; description: string; indexed: boolean; picture?: string },
  body: Html,
): string {
  // The style is ours and is hashed as it stands: it is not escaped.
  return html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" type="image/svg+xml" href="/icon.svg"><meta name="description" content="${description}"><meta property="og:type" content="website"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:locale" content="${locale === "fr" ? "fr_FR" : "en_GB"}">${picture === undefined ? null : pictureTags(picture, `${title}. ${description}`)}${indexed ? null : html`<meta name="robots" content="noindex">`}${new Html(`<style>${STYLE}</style>`)}</head><body>${body}</body></html>`
    .text;
}

/** @see https://ogp.me, whose address of a picture is a whole one. */
function pictureTags(address: string, alt: string): Html {
  const { width, height } = PICTURE_SIZE;
  return html`<meta property="og:image" content="${address}"><meta property="og:image:type" content="image/png"><meta property="og:image:width" content="${width}"><meta property="og:image:height" content="${height}"><meta property="og:image:alt" content="${alt}"><meta name="twitter:card" content="summary_large_image">`;
}

function descriptionOf({ rates }: PublicFigures, locale: Locale): string {
  return rates
    .map(
      ({ indicator, share }) =>
        `${RATE_TITLES[indicator][locale]}${locale === "fr" ? "\u00A0:" : ":"} ${formatPercent(share.strict, locale)}`,
    )
    .join(", ");
}

function lead(figures: PublicFigures, locale: Locale): Html {
  const words = PUBLIC_WORDS[locale];
  const { communeName, year, isOver, canteens, totalCents } = figures;
  const who = communeName === null ? words.ofCanteens(canteens) : words.ofTown(communeName);
  return html`<p class="lead"><strong>${words.title(year)}.</strong> ${who}. ${words.spent(formatWholeEuros(totalCents, locale), year)}${isOver ? null : ` ${words.partial(year)}`}</p>`;
}

function rateCard(rate: PublicRate, locale: Locale): Html {
  const words = PUBLIC_WORDS[locale];
  const { indicator, share, before, targetBp } = rate;
  const proven = formatPercent(share.strict, locale);
  const declared = formatPercent(share.declared, locale);
  const target = targetBp === null ? null : formatBasisPoints(targetBp, locale);
  const label = words.gauge(proven, declared, target);
  const notes = [
    target === null ? null : words.target(target),
    before === null || before.denominator === 0 ? null : words.before(formatPercent(before, locale)),
  ].filter((note) => note !== null);
  return html`<section class="rate"><h2>${RATE_TITLES[indicator][locale]}</h2><p class="figure">${proven}</p><p class="small">${provenWords(share, declared, words)}</p>${gauge({ ...share, targetBp }, { id: `g-${indicator}`, colour: COLOURS[indicator], label })}<p class="small">${notes.join(" · ")}</p></section>`;
}

function provenWords({ strict, declared }: Share, upTo: string, words: PublicWords): string {
  if (strict.denominator <= 0) return words.none;
  return declared.numerator > strict.numerator ? words.upTo(upTo) : words.proven;
}

function besides({ fairTrade, pat }: PublicFigures, locale: Locale): Html {
  const words = PUBLIC_WORDS[locale];
  const line = (title: string, { strict, declared }: Share): Html =>
    html`<p>${title}${locale === "fr" ? "\u00A0:" : ":"} <strong>${formatPercent(strict, locale)}</strong> ${provenWords({ strict, declared }, formatPercent(declared, locale), words)}.</p>`;
  return html`<div>${line(words.fairTrade, fairTrade)}${pat === null ? null : line(words.pat, pat)}</div>`;
}

function families({ families: rows }: PublicFigures, locale: Locale): Html {
  const words = PUBLIC_WORDS[locale];
  return html`<h2>${words.families}</h2><table><thead><tr><th scope="col">${words.family}</th><th scope="col" class="number">${words.part}</th><th scope="col" class="number">${words.share}</th></tr></thead><tbody>${rows.map(
    ({ family, share, part }) =>
      html`<tr><th scope="row">${FAMILY_SHORT_LABELS[family][locale]}</th><td class="number">${formatPercent(part, locale)}</td><td class="number">${formatPercent(share.strict, locale)}</td></tr>`,
  )}</tbody></table>`;
}

function months({ months: rows }: PublicFigures, locale: Locale): Html {
  const words = PUBLIC_WORDS[locale];
  return html`<h2>${words.months}</h2>${monthBars(
    rows.map(({ share }) => share.strict),
    words.monthsCaption,
  )}<details><summary>${words.monthsCaption}</summary><table><thead><tr><th scope="col">${words.month}</th><th scope="col" class="number">${words.share}</th></tr></thead><tbody>${rows.map(
    ({ month, share }) =>
      html`<tr><th scope="row">${formatMonth(month, locale)}</th><td class="number">${formatPercent(share.strict, locale)}</td></tr>`,
  )}</tbody></table></details>`;
}
