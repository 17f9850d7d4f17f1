import type { PathModel } from "../../shared/optimiser/path-model.ts";
import type { OptimiserProblem, Post, Switch } from "../../shared/optimiser/problem.ts";
import type { RouterOutputs } from "../trpc.ts";

export type PathAnswer = RouterOutputs["paths"]["find"];

/** All that the parts of the page read. */
export interface PathView {
  model: PathModel;
  /** With every switch, so that a hand may take any. */
  problem: OptimiserProblem;
  chosen: ReadonlySet<string>;
  onToggle: (switchId: string) => void;
}

export interface PathWay {
  post: Post;
  way: Switch;
}

/** Name of a supplier of the model. */
export function supplierName({ suppliers }: PathModel, id: string): string {
  return suppliers.find((supplier) => supplier.id === id)?.name ?? "";
}

/** Every switch of the model with its post. */
export function waysOf({ posts }: PathModel): PathWay[] {
  return posts.flatMap((post) => post.switches.map((way) => ({ post, way })));
}
