import { describe, expect, test } from "vitest";
import {
  formatSemester,
  isSemester,
  isSemesterOver,
  lastSemesterOver,
  semesterDays,
  semesterOf,
  semesterRange,
  semestersBefore,
} from "../../shared/semesters.ts";

describe("a semester", () => {
  test("is half of a civil year", () => {
    expect(semesterRange("2026-S1")).toEqual({ fromMonth: "2026-01", toMonth: "2026-06" });
    expect(semesterDays("2025-S2")).toEqual({ from: "2025-07-01", to: "2025-12-31" });
    expect(["2026-06-30", "2026-07-01"].map(semesterOf)).toEqual(["2026-S1", "2026-S2"]);
    expect([1, 2, 3].map((back) => semestersBefore("2026-S1", back))).toEqual([
      "2025-S2",
      "2025-S1",
      "2024-S2",
    ]);
  });

  test("is over once its last month is", () => {
    expect(["2026-06-30", "2026-07-01"].map((day) => isSemesterOver("2026-S1", day))).toEqual([false, true]);
    expect(["2026-06-30", "2026-07-01"].map(lastSemesterOver)).toEqual(["2025-S2", "2026-S1"]);
  });

  test("is written as people say it, and read as addresses write it", () => {
    expect(formatSemester("2026-S1", "fr")).toBe("1er semestre 2026");
    expect(formatSemester("2025-S2", "en")).toBe("second half of 2025");
    expect(["2026-S1", "2026-S3", "S1", 3, null].map(isSemester)).toEqual([true, false, false, false, false]);
  });
});
