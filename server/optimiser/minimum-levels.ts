import type { Id } from "../../shared/ids.ts";
import type { OptimiserProblem, Post, SupplierTerms } from "../../shared/optimiser/problem.ts";

/** What one way of a post is to a supplier: bought there over the period, and the deliveries it asks for. */
export interface Dealing {
  cents: number;
  needed: number;
}

/** A post that has to do with a supplier: as it stays, then by each of its switches. */
export interface PostDealings {
  post: number;
  options: readonly Dealing[];
  /** Least of the options' cents. */
  least: number;
}

/** A number of deliveries, and what it asks for beyond the level before, in cents. */
export interface Level {
  orders: number;
  addedCents: number;
}

export interface MinimumLevels {
  dealings: readonly PostDealings[];
  /** Asked for whatever is chosen, beyond the least of every dealing, in cents. */
  floorCents: number;
  /** Fewest deliveries first. */
  levels: readonly Level[];
}

const NOTHING: MinimumLevels = { dealings: [], floorCents: 0, levels: [] };

/**
 * What the supplier's minimum asks for. It delivers as often as its most often delivered article, and all that is
 * bought there must be worth as many minimums, less what is missing today. Deliveries that the least bought there is
 * worth ask for nothing more: counting from there leaves little to gain by taking a level in part.
 */
export function minimumLevels({ posts }: OptimiserProblem, terms: SupplierTerms): MinimumLevels {
  const { minimumCents, fixedCents, fixedOrders } = terms;
  if (minimumCents === null) return NOTHING;
  const dealings = posts.flatMap((post, index) => dealingsWith(post, index, terms.id));
  const now = dealings.reduce((sum, { options }) => sum + (options[0]?.cents ?? 0), fixedCents);
  const ordersNow = Math.max(fixedOrders, ...dealings.map(({ options }) => options[0]?.needed ?? 0));
  const missing = Math.max(0, minimumCents * ordersNow - now);
  const least = dealings.reduce((sum, dealing) => sum + dealing.least, fixedCents);
  const asked = (orders: number): number => Math.max(0, minimumCents * orders - missing - least);
  const needs = dealings.map(({ options }) => options.map(({ needed }) => needed));
  const fewest = Math.max(fixedOrders, ...needs.map((each) => Math.min(...each)));
  const floorCents = asked(fewest);
  const rising = [...new Set(needs.flat())]
    .filter((orders) => orders > fewest && asked(orders) > 0)
    .sort((a, b) => a - b);
  const levels = rising.map((orders, at) => {
    const before = rising[at - 1];
    return { orders, addedCents: asked(orders) - (before === undefined ? floorCents : asked(before)) };
  });
  return { dealings, floorCents, levels };
}

/** What the way of a post is to the supplier; option 0: the post as it stays. */
function dealingOf(post: Post, option: number, supplierId: Id): Dealing {
  const isOwn = post.supplierId === supplierId;
  const way = option === 0 ? undefined : post.switches[option - 1];
  if (way === undefined) return { cents: isOwn ? post.amountCents : 0, needed: isOwn ? post.orders : 0 };
  const enters = way.supplierId === supplierId;
  return {
    cents: (isOwn ? post.amountCents - way.outCents : 0) + (enters ? way.inCents : 0),
    needed: Math.max(isOwn ? way.ordersLeft : 0, enters ? way.orders : 0),
  };
}

function dealingsWith(post: Post, index: number, supplierId: Id): PostDealings[] {
  const concerns =
    post.supplierId === supplierId || post.switches.some((way) => way.supplierId === supplierId);
  if (!concerns) return [];
  const options = [0, ...post.switches.map((_, at) => at + 1)].map((option) =>
    dealingOf(post, option, supplierId),
  );
  return [{ post: index, options, least: Math.min(...options.map(({ cents }) => cents)) }];
}
