import { describe, expect, test } from "vitest";
import { readFields } from "../../../client/orders/read-fields.ts";
import type { LineReception } from "../../../client/orders/reception.ts";
import {
  adjusted,
  receivedRow,
  receptionIssue,
  receptionOf,
  refusedWhole,
  stepped,
} from "../../../client/orders/reception.ts";
import { lineAmounts } from "../../../shared/order-amounts.ts";
import { context, FULL, row } from "../../support/entry-rows.ts";

const AROUND = context();
const SALT = row({ ...FULL, quantity: "10", price: "2" });

function received(found: LineReception | undefined, of = SALT) {
  const { line } = readFields(of, AROUND);
  const after = receivedRow(of, line, found);
  const read = readFields(after, AROUND);
  return {
    after,
    line: read.line,
    errors: read.errors,
    cents: lineAmounts(read.line, "ORDER").amountHtCents,
  };
}

describe("goods at the door", () => {
  test("as ordered: nothing is written, the ordered quantity counts", () => {
    const { line, cents } = received(undefined, { ...SALT, texts: { ...SALT.texts, received: "4" } });
    expect([line.receivedMilli, line.refusal, cents]).toEqual([null, null, 2000]);
    expect(received(undefined).after).toBe(SALT);
  });

  test("adjusted: what was kept counts", () => {
    const start = adjusted(readFields(SALT, AROUND).line, "fr");
    expect(start.received).toBe("10");
    const { line, cents } = received({ ...start, received: "7,5" });
    expect([line.receivedMilli, line.refusal, cents]).toEqual([7500, null, 1500]);
  });

  test("refused whole or in part: the reason is kept with what was not", () => {
    const reason = { reason: "TEMPERATURE", note: " 9 °C à l'arrivée " } as const;
    const whole = received({ ...refusedWhole(), ...reason });
    expect(whole.line).toMatchObject({
      receivedMilli: 0,
      refusal: { reason: "TEMPERATURE", note: "9 °C à l'arrivée" },
    });
    expect(whole.cents).toBe(0);
    const part = received({ ...refusedWhole(), ...reason, received: "6", note: "" });
    expect([part.line.refusal, part.cents]).toEqual([{ reason: "TEMPERATURE", note: null }, 1200]);
  });

  test("a line of which only the amount is known counts for nothing once refused", () => {
    const parcel = row({ article: "Panier", amount: "35", family: FULL.family });
    const { line, cents, errors } = received({ ...refusedWhole(), reason: "QUALITY" }, parcel);
    expect(errors).toEqual({});
    expect([line.refusal?.reason, cents]).toEqual(["QUALITY", 0]);
  });

  test("the order says it again when it is looked at again", () => {
    const found: LineReception = { received: "6", refused: true, reason: "DAMAGED", note: "cageot" };
    const { after } = received(found);
    expect(receptionOf([after, SALT])).toEqual(new Map([[after.id, found]]));
  });

  test("a refusal is over once as much was kept as was ordered", () => {
    const { line } = received({ received: "10", refused: true, reason: "DAMAGED", note: "" });
    expect([line.receivedMilli, line.refusal]).toEqual([10_000, null]);
  });

  test("steps are of one unit, keep decimals, and stop at nothing", () => {
    expect(stepped("12,5", -1, "fr")).toBe("11,5");
    expect(stepped("12,5", 1, "fr")).toBe("13,5");
    expect(stepped("0,4", -1, "fr")).toBe("0");
    expect(stepped("beaucoup", 1, "fr")).toBe("1");
  });

  test("a quantity that is no number, or a refusal without reason, keeps it from being finished", () => {
    const start = refusedWhole();
    expect(receptionIssue(start)).toBe("reason");
    expect(receptionIssue({ ...start, reason: "OTHER" })).toBeNull();
    for (const text of ["", "douze", "-1"])
      expect(receptionIssue({ ...start, received: text })).toBe("quantity");
    expect(receptionIssue({ ...start, refused: false })).toBeNull();
  });
});
