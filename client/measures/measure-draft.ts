import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { Locale } from "../../shared/locales.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { MeasureFigure, MeasureScope } from "../../shared/measure-figures.ts";
import { hasCertainty, UNIT_DECIMALS, unitOf } from "../../shared/measure-figures.ts";
import type { Measure, MeasureState } from "../../shared/measures.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { RouterOutputs } from "../trpc.ts";

export type MeasureChoices = RouterOutputs["measures"]["choices"];

/** What a form holds while it is typed. */
export interface MeasureDraft {
  title: string;
  description: string;
  /** A person's id, or `NO_PERSON`. */
  ownerId: string;
  ownerTitle: string;
  startsOn: string;
  dueOn: string;
  state: MeasureState;
  reason: string;
  figure: MeasureFigure;
  certainty: Certainty;
  scopeKind: MeasureScope;
  /** Empty: nothing chosen yet; not read for the organisation. */
  scopeId: string;
  unitText: string;
  startValue: string;
  startOn: string;
  targetValue: string;
}

export const NO_PERSON = "";

/** What the form shows of a measure, or of a new one. */
export function draftOf(
  measure: Measure | null,
  { choices, locale, today }: { choices: MeasureChoices; locale: Locale; today: IsoDate },
): MeasureDraft {
  const day = formatDateShort(today, "fr");
  if (measure === null)
    return {
      title: "",
      description: "",
      ownerId: NO_PERSON,
      ownerTitle: "",
      startsOn: day,
      dueOn: "",
      state: "under-way",
      reason: "",
      figure: "ORGANIC",
      certainty: "strict",
      scopeKind: "organisation",
      scopeId: choices.organisationId,
      unitText: "",
      startValue: "",
      startOn: day,
      targetValue: "",
    };
  const decimals = UNIT_DECIMALS[unitOf(measure.figure)];
  const { ownerId, ownerTitle, reason, unitText, ...same } = measure;
  return {
    ...same,
    ownerId: ownerId ?? NO_PERSON,
    ownerTitle: ownerTitle ?? "",
    reason: reason ?? "",
    unitText: unitText ?? "",
    startsOn: formatDateShort(measure.startsOn, "fr"),
    dueOn: formatDateShort(measure.dueOn, "fr"),
    startOn: formatDateShort(measure.startOn, "fr"),
    startValue: formatEntry({ value: measure.startValue, decimals }, locale),
    targetValue: formatEntry({ value: measure.targetValue, decimals }, locale),
  };
}

/** What the server's schema reads; what cannot be read stays as it is typed, and is refused by its field. */
export function draftInput(
  draft: MeasureDraft,
  { organisationId, today }: { organisationId: string; today: IsoDate },
): Record<string, unknown> {
  const decimals = UNIT_DECIMALS[unitOf(draft.figure)];
  const day = (text: string): string => {
    const reading = parseDate(text, { today });
    return reading.ok ? reading.value : text;
  };
  const value = (text: string): number => {
    const reading = parseScaled(text, decimals);
    return reading.ok ? reading.value : Number.NaN;
  };
  const { ownerId, scopeKind, figure, state } = draft;
  return {
    title: draft.title,
    description: draft.description,
    ownerId: ownerId === NO_PERSON ? null : ownerId,
    ownerTitle: ownerId === NO_PERSON ? draft.ownerTitle : null,
    startsOn: day(draft.startsOn),
    dueOn: day(draft.dueOn),
    state,
    reason: state === "given-up" ? draft.reason : null,
    figure,
    certainty: hasCertainty(figure) ? draft.certainty : "strict",
    scopeKind,
    scopeId: scopeKind === "organisation" ? organisationId : draft.scopeId,
    unitText: figure === "TYPED" ? draft.unitText : null,
    startValue: value(draft.startValue),
    startOn: day(draft.startOn),
    targetValue: value(draft.targetValue),
  };
}
