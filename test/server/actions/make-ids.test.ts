import { expect, test } from "vitest";
import { makeIds } from "../../../server/actions/make-ids.ts";
import { idSchema } from "../../../shared/ids.ts";

test("ids of one instant are UUIDv7, all different, each greater than the one before", () => {
  const nextId = makeIds("2026-11-22T10:00:00.123Z");
  const ids = Array.from({ length: 5_000 }, nextId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...ids].sort());
  for (const id of ids) {
    expect(idSchema.safeParse(id).success).toBe(true);
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(
      Date.parse("2026-11-22T10:00:00.123Z"),
    );
    expect(id[14]).toBe("7");
  }
});

test("two makers of the same instant share no id", () => {
  const [one, other] = [makeIds("2026-11-22T10:00:00.123Z"), makeIds("2026-11-22T10:00:00.123Z")];
  const ids = Array.from({ length: 1_000 }, () => [one(), other()]).flat();
  expect(new Set(ids).size).toBe(ids.length);
});
