import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { RouterOutputs } from "../trpc.ts";

export type OwnTarget = RouterOutputs["targets"]["list"][number];
export type YearProjection = RouterOutputs["projections"]["canteen"];
export type IndicatorProjection = YearProjection["indicators"][number];
export type ProjectedTarget = IndicatorProjection["targets"][number];
export type Projection = NonNullable<IndicatorProjection["projections"]["strict"]>;

/** What stands for the organisation in the list of owners. */
export const WHOLE_ORGANISATION = "organisation";

export const WHOSE: MessageDescriptor = msg`Toute l'organisation`;
