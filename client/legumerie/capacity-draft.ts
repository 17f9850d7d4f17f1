import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Capacity } from "../../shared/legumerie/capacity.ts";
import type { Weekday } from "../../shared/ordering-terms.ts";
import { dateOf, scaledOf, textOf } from "./lot-draft.ts";

export interface ClosureDraft {
  key: Id;
  from: string;
  to: string;
  why: string;
}

/** A capacity while it is being typed. */
export interface CapacityDraft {
  validFrom: string;
  kg: string;
  weekdays: readonly Weekday[];
  schoolCalendar: boolean;
  closures: ClosureDraft[];
}

const day = (date: IsoDate): string => formatDateShort(date, "fr");

/** What holds so far, from today on; nothing known: from Monday to Friday on school weeks. */
export function capacityDraftOf(known: Capacity | undefined, today: IsoDate): CapacityDraft {
  return {
    validFrom: day(known?.validFrom ?? today),
    kg: known === undefined ? "" : formatEntry({ value: known.gramsPerDay, decimals: 3 }, "fr"),
    weekdays: known?.weekdays ?? [1, 2, 3, 4, 5],
    schoolCalendar: known?.schoolCalendar ?? true,
    closures: (known?.closures ?? []).map(({ from, to, why }) => ({
      key: newId(),
      from: day(from),
      to: day(to),
      why: why ?? "",
    })),
  };
}

export function newClosure(): ClosureDraft {
  return { key: newId(), from: "", to: "", why: "" };
}

/** What the schema reads: null for what is missing or not readable. */
export function typedCapacity(draft: CapacityDraft, today: IsoDate): unknown {
  return {
    validFrom: dateOf(draft.validFrom, today),
    gramsPerDay: scaledOf(draft.kg, 3),
    weekdays: draft.weekdays,
    schoolCalendar: draft.schoolCalendar,
    closures: draft.closures.map(({ from, to, why }) => ({
      from: dateOf(from, today),
      to: dateOf(to.trim() === "" ? from : to, today),
      why: textOf(why),
    })),
  };
}
