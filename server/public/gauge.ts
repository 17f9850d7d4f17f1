import type { Ratio } from "../../shared/cells.ts";
import type { Html } from "./html.ts";
import { html } from "./html.ts";

const WIDTH = 400;

/** A bar from 0 to 100 %: proven full, claimed hatched, the target a mark above. Readable in black and white. */
export function gauge(
  { strict, declared, targetBp }: { strict: Ratio; declared: Ratio; targetBp: number | null },
  { id, colour, label }: { id: string; colour: string; label: string },
): Html {
  const proven = widthOf(strict);
  const claimed = Math.max(proven, widthOf(declared));
  return html`<svg viewBox="0 0 ${WIDTH} 30" role="img" aria-label="${label}"><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="${colour}"/></pattern><rect y="10" width="${WIDTH}" height="16" fill="#ebe5db"/><rect y="10" width="${claimed}" height="16" fill="url(#${id})"/><rect y="10" width="${proven}" height="16" fill="${colour}"/>${
    targetBp === null ? null : mark((WIDTH * targetBp) / 10_000)
  }</svg>`;
}

/** Twelve bars, one a month, from 0 to 100 %; a month without purchases has none. */
export function monthBars(months: readonly Ratio[], label: string): Html {
  const step = WIDTH / months.length;
  const bars = months.map((ratio, index) => {
    const height = (widthOf(ratio) / WIDTH) * 100;
    return html`<rect x="${round(index * step + 4)}" y="${round(104 - height)}" width="${round(step - 8)}" height="${round(height)}" fill="#4f92e1"/>`;
  });
  const numbers = months.map(
    (_, index) =>
      html`<text x="${round((index + 0.5) * step)}" y="119" text-anchor="middle">${index + 1}</text>`,
  );
  return html`<svg viewBox="0 -8 ${WIDTH} 130" role="img" aria-label="${label}"><g font-size="11" fill="#4f4942"><path d="M0 54H${WIDTH}M0 4H${WIDTH}" stroke="#b9b0a2"/>${bars}<path d="M0 104.5H${WIDTH}" stroke="#2a2521"/>${numbers}<text x="${WIDTH}" y="1" text-anchor="end">100 %</text><text x="${WIDTH}" y="51" text-anchor="end">50 %</text></g></svg>`;
}

function mark(x: number): Html {
  return html`<path d="M${round(x - 6)} 0h12l-6 9z" fill="#2a2521"/><path d="M${round(x)} 9v17" stroke="#2a2521" stroke-width="2"/>`;
}

function widthOf({ numerator, denominator }: Ratio): number {
  if (denominator <= 0) return 0;
  return round(Math.min(1, Math.max(0, numerator / denominator)) * WIDTH);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
