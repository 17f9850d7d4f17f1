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

/** A purchase whose deliveries ask for more than itself and the least of all others: what is lacking, in cents. */
export interface Need {
  /** Null: what is bought outside the posts. */
  post: number | null;
  /** 0: the post as it stays; then its switches. */
  option: number;
  lackingCents: number;
}

export interface SupplierNeeds {
  dealings: readonly PostDealings[];
  needs: readonly Need[];
}

const NOTHING: SupplierNeeds = { dealings: [], needs: [] };

/**
 * What can fall short of the supplier's minimum. It delivers as often as its most often delivered article, and all
 * that is bought there must be worth as many minimums, less what is missing today: this holds when it holds for the
 * deliveries of each purchase. A purchase without a need is enough whatever becomes of the others.
 */
export function supplierNeeds({ posts }: OptimiserProblem, terms: SupplierTerms): SupplierNeeds {
  const { minimumCents, fixedCents, fixedOrders } = terms;
  if (minimumCents === null) return NOTHING;
  const dealings = posts.flatMap((post, index) => dealingsWith(post, index, terms.id));
  const now = dealings.reduce((sum, { options }) => sum + (options[0]?.cents ?? 0), fixedCents);
  const ordersNow = Math.max(fixedOrders, ...dealings.map(({ options }) => options[0]?.needed ?? 0));
  const missing = Math.max(0, minimumCents * ordersNow - now);
  const least = dealings.reduce((sum, dealing) => sum + dealing.least, fixedCents);
  const lackingFor = (orders: number, cents: number): number => minimumCents * orders - missing - cents;
  const needs: Need[] = [{ post: null, option: 0, lackingCents: lackingFor(fixedOrders, least) }];
  for (const dealing of dealings)
    for (const [option, { cents, needed }] of dealing.options.entries())
      needs.push({
        post: dealing.post,
        option,
        lackingCents: lackingFor(needed, least - dealing.least + cents),
      });
  return { dealings, needs: needs.filter(({ lackingCents }) => lackingCents > 0) };
}

/** What the way of a post is to the supplier; option 0: the post as it stays. */
export function dealingOf(post: Post, option: number, supplierId: Id): Dealing {
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
