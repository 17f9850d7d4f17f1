import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Part } from "../../shared/line-filter-words.ts";
import type { LineFact } from "../../shared/moves.ts";

export const PART_LABELS: Record<Part, MessageDescriptor> = {
  strict: msg`Confirmé`,
  declared: msg`Confirmé ou déclaré`,
  claimed: msg`Déclaré, sans preuve`,
  outside: msg`Hors de cet indicateur`,
  base: msg`Tous les achats comparés`,
};

/** Names of the four facts, as badges show them. */
export const FACT_NAMES: Record<LineFact, MessageDescriptor> = {
  organic: msg`Bio`,
  quality: msg`Signe de qualité`,
  short: msg`Circuit court`,
  local: msg`Local`,
};
