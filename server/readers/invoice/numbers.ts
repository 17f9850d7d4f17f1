import type { Decimal } from "../../../shared/decimals.ts";
import { decimalOf, decimalOfScaled, scaleDecimal, scaledOf } from "../../../shared/decimals.ts";
import { parseNumber } from "../../../shared/parsing/numbers.ts";
import type { Place, Source } from "./place.ts";
import { note, rawAt } from "./place.ts";

/** Integer cents, half a cent away from zero; null: absent, or no number (an issue says so). */
export function centsAt(place: Place, source: Source): number | null {
  const decimal = numberAt(place, source, "blocking");
  if (decimal === null) return null;
  const cents = scaleDecimal(decimal, 2);
  if (cents === null) {
    note(place, source.field, { code: "VALUE_NUMBER", severity: "blocking", value: decimal });
    return null;
  }
  if (scaledOf(decimal).scale > 2)
    note(place, source.field, { code: "VALUE_ROUNDED", severity: "warning", value: decimal });
  return cents;
}

/** An exact number; null: absent, or no number (an issue says so). */
export function decimalAt(place: Place, source: Source): Decimal | null {
  return numberAt(place, source, "warning");
}

function numberAt(place: Place, { path, field }: Source, severity: "blocking" | "warning"): Decimal | null {
  const text = rawAt(place, path);
  if (text === null) return null;
  const strict = readXmlNumber(text);
  if (strict !== null) return strict;
  const typed = parseNumber(text);
  if (!typed.ok) {
    note(place, field, { code: "VALUE_NUMBER", severity, value: text });
    return null;
  }
  const value = decimalOf(typed.value);
  note(place, field, { code: "VALUE_FORMAT", severity: "warning", value: text, expected: value });
  return value;
}

/** Beyond this no invoice needs digits, and arithmetic would cost. */
const MAX_DIGITS = 40;
const MAX_EXPONENT = 20;

/** What XML schema calls a decimal or a double: `12.50`, `+5`, `.5`, `1.2E3`; null: something else. */
function readXmlNumber(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  const [, sign = "", whole = "", fraction = "", power = "0"] = match ?? [];
  const exponent = Number(power);
  if (match === null || whole + fraction === "") return null;
  if (whole.length + fraction.length > MAX_DIGITS || Math.abs(exponent) > MAX_EXPONENT) return null;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  const scale = fraction.length - exponent;
  return scale >= 0
    ? decimalOfScaled({ digits, scale })
    : decimalOfScaled({ digits: digits * 10n ** BigInt(-scale), scale: 0 });
}
