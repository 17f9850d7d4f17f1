import type { PlanRecipe } from "../../shared/legumerie/plan-week.ts";

/** A Monday. */
export const PLAN_TODAY = "2026-11-23";

export const CARROTS: PlanRecipe = {
  productId: "grated carrots",
  cut: "GRATED",
  rawProductId: "carrot",
  yieldBp: 8000,
  yieldFrom: "MEASURED",
  useByDays: 6,
};
export const STICKS: PlanRecipe = {
  ...CARROTS,
  productId: "carrot sticks",
  cut: "CHIPS",
  yieldBp: 6543,
  useByDays: 2,
};
export const LEEKS: PlanRecipe = {
  ...CARROTS,
  productId: "leeks",
  cut: "MINCED",
  rawProductId: "leek",
  yieldBp: 4400,
};
