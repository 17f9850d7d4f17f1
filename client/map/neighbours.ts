/** A circle's centre, in pixels. */
export interface Spot {
  key: string;
  x: number;
  y: number;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** How much more a pixel aside counts than a pixel ahead. */
const ASIDE = 2;

/**
 * The circle that an arrow key leads to: the nearest on that side, straight ahead before aside. Home and End are the
 * first and the last. Undefined: none is there, or another key.
 */
export function nextSpot(spots: readonly Spot[], from: string, key: string): string | undefined {
  if (key === "Home") return spots[0]?.key;
  if (key === "End") return spots.at(-1)?.key;
  const step = STEPS[key];
  const here = spots.find((spot) => spot.key === from);
  if (step === undefined || here === undefined) return undefined;
  let best: { key: string; score: number } | undefined;
  for (const spot of spots) {
    const [dx, dy] = [spot.x - here.x, spot.y - here.y];
    const ahead = dx * step[0] + dy * step[1];
    if (ahead <= 0) continue;
    const score = ahead + ASIDE * Math.abs(dx * step[1] + dy * step[0]);
    if (best === undefined || score < best.score) best = { key: spot.key, score };
  }
  return best?.key;
}

/** Golden angle: whatever their number, spots around one point keep apart. */
const TURN = 2.4;

/** Spots at one point are set around it, so that each can be seen and pressed; `gap`: pixels between two. */
export function spreadSpots<Kind extends Spot>(spots: readonly Kind[], gap: number): Kind[] {
  const met = new Map<string, number>();
  return spots.map((spot) => {
    const place = `${Math.round(spot.x / 2)} ${Math.round(spot.y / 2)}`;
    const rank = met.get(place) ?? 0;
    met.set(place, rank + 1);
    const reach = gap * Math.sqrt(rank);
    return { ...spot, x: spot.x + reach * Math.cos(TURN * rank), y: spot.y + reach * Math.sin(TURN * rank) };
  });
}
