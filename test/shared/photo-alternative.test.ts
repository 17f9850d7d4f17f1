import { expect, test } from "vitest";
import { photoAlternative } from "../../shared/photo-alternative.ts";

const PHOTO = { fileName: "IMG_2031.jpg", createdAt: "2026-11-24T09:30:00.000Z", orderId: null };

test("a photo's alternative says what it is, since when, and where its lines are text", () => {
  expect(photoAlternative(PHOTO, "fr")).toBe(
    "Photo d'une facture ou d'un bon, reçue le 24/11/2026 (IMG_2031.jpg)\u202F; ses lignes ne sont pas encore saisies\u00A0: elles le seront dans une commande.",
  );
  expect(photoAlternative({ ...PHOTO, orderId: "01856aa0-c800-7000-8000-000000000000" }, "fr")).toContain(
    "écrites dans la commande à laquelle elle est jointe",
  );
  expect(photoAlternative(PHOTO, "en")).toMatch(/^Photo of an invoice .+ not yet typed/);
});
