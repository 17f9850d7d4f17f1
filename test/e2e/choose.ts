import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** For what hangs: what is looked for may still be on its way. */
const PATIENCE_MS = 60_000;

/** Types in a field that searches, takes what it finds first by keyboard, and sees it there. */
export async function choose(form: Locator, label: string, typed: string): Promise<void> {
  const field = form.getByRole("combobox", { name: new RegExp(`^${label}( \\*)?$`) }).first();
  await field.pressSequentially(typed);
  await field.press("Enter");
  await expect.poll(() => field.inputValue(), { timeout: PATIENCE_MS }).not.toBe(typed);
}
