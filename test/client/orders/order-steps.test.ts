import { describe, expect, test } from "vitest";
import type { Header } from "../../../client/orders/order-header.ts";
import { headerDates } from "../../../client/orders/order-header.ts";
import { headerAfterDate, headerAfterStatus, statusByDates } from "../../../client/orders/order-steps.ts";
import { TODAY } from "../../support/entry-rows.ts";

const today = { today: TODAY };

function header(changes: Partial<Header> = {}): Header {
  return {
    supplier: null,
    kind: "ORDER",
    status: "DRAFT",
    orderedOn: "20/11/2026",
    deliveredOn: "",
    invoicedOn: "",
    reference: "",
    note: "",
    ...changes,
  };
}

describe("what the dates of an order say", () => {
  test.each([
    [{}, "ORDERED"],
    [{ deliveredOn: "21/11" }, "RECEIVED"],
    [{ deliveredOn: "21/11", invoicedOn: "22/11" }, "INVOICED"],
    [{ deliveredOn: "32/11" }, "ORDERED"],
  ] as const)("%j: %s", (dates, status) => {
    expect(statusByDates(headerDates(header(dates), today))).toBe(status);
  });

  test("« hier » becomes the day it was, so that tomorrow it is not another one", () => {
    expect(headerAfterDate(header({ deliveredOn: "hier" }), "deliveredOn", today)).toEqual({
      deliveredOn: "21/11/2026",
    });
  });

  test("what is no date stays as it was typed", () => {
    expect(headerAfterDate(header({ deliveredOn: "32/11" }), "deliveredOn", today)).toEqual({});
  });

  test("an order goes forward with its dates, never back, and a draft stays a draft", () => {
    const delivered = { deliveredOn: "21/11/2026" };
    expect(headerAfterDate(header({ status: "ORDERED", ...delivered }), "deliveredOn", today)).toEqual({
      ...delivered,
      status: "RECEIVED",
    });
    expect(headerAfterDate(header({ status: "INVOICED", ...delivered }), "deliveredOn", today)).toEqual(
      delivered,
    );
    expect(headerAfterDate(header(delivered), "deliveredOn", today)).toEqual(delivered);
  });

  test("an order dated today that came before was made that day; another date is the person's", () => {
    const early = header({ orderedOn: "22/11/2026", deliveredOn: "18/11" });
    expect(headerAfterDate(early, "deliveredOn", today)).toEqual({
      orderedOn: "18/11/2026",
      deliveredOn: "18/11/2026",
    });
    const wrong = header({ orderedOn: "20/11/2026", deliveredOn: "18/11" });
    expect(headerAfterDate(wrong, "deliveredOn", today)).toEqual({ deliveredOn: "18/11/2026" });
  });

  test("delivered or invoiced without a date is so today; a date that stands is kept", () => {
    expect(headerAfterStatus(header(), "RECEIVED", today)).toEqual({
      status: "RECEIVED",
      deliveredOn: "22/11/2026",
    });
    expect(headerAfterStatus(header({ invoicedOn: "21/11" }), "INVOICED", today)).toEqual({
      status: "INVOICED",
    });
    expect(headerAfterStatus(header(), "ORDERED", today)).toEqual({ status: "ORDERED" });
  });
});
