import { expect, test } from "vitest";
import type { AskedInLetter } from "../../shared/proof-letter.ts";
import { proofLetter } from "../../shared/proof-letter.ts";

const SIGNED = {
  supplierName: "Ferme des Hauts",
  today: "2026-11-26",
  signer: "Camille Martin",
  canteenName: "Collège Jean-Moulin",
  organisationName: "Département du Pas-de-Calais",
};

function letter(...proofs: AskedInLetter[]): string {
  return proofLetter({ ...SIGNED, proofs }).replaceAll(/[\u00A0\u202F]/g, " ");
}

test("one letter asks for every proof, and says which, until when, and for what", () => {
  const text = letter(
    {
      scheme: "BIO",
      certificate: { number: "AB-1", validTo: "2026-06-30" },
      articles: ["Carottes", "Poireaux"],
    },
    { scheme: "LABEL_ROUGE", certificate: { number: "LR-2", validTo: "2026-12-20" }, articles: [] },
    { scheme: "IGP", certificate: null, articles: ["Haricots"] },
  );
  expect(text).toContain("À l'attention de Ferme des Hauts\nLe jeudi 26 novembre 2026");
  expect(text).toContain("Objet : vos justificatifs");
  expect(text).toContain(
    "- Agriculture biologique : certificat AB-1, terminé le 30/06/2026.\n  Produits concernés : Carottes, Poireaux.",
  );
  expect(text).toContain("- Label Rouge : certificat LR-2, valable jusqu'au 20/12/2026.");
  expect(text).toContain("- IGP : aucun certificat reçu.\n  Produits concernés : Haricots.");
  expect(text.endsWith("Camille Martin\nCollège Jean-Moulin")).toBe(true);
});

test("level 2 of the environmental certification that ends with what the law counts asks for level 3", () => {
  const proof = (validTo: string): AskedInLetter => ({
    scheme: "CE2",
    certificate: { number: "CE2-1", validTo },
    articles: [],
  });
  expect(letter(proof("2026-12-31"))).toContain("il nous faut ensuite le niveau 3 (HVE).");
  expect(letter(proof("2026-12-30"))).not.toContain("niveau 3");
});

test("a long list of articles is cut so that the letter stays on one sheet", () => {
  const articles = Array.from({ length: 7 }, (_, index) => `Article ${index + 1}`);
  const text = letter({ scheme: "BIO", certificate: null, articles });
  expect(text).toContain("Article 6, et d'autres.");
  expect(text).not.toContain("Article 7");
});

test("what is not known leaves no gap", () => {
  const text = proofLetter({
    ...SIGNED,
    canteenName: null,
    organisationName: null,
    proofs: [{ scheme: "BIO", certificate: null, articles: [] }],
  });
  expect(text.startsWith("À l'attention de")).toBe(true);
});
