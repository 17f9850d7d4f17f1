import { describe, expect, test } from "vitest";
import { ERASED_NAME } from "../../shared/account.ts";
import type { AuditEntry } from "../../shared/audit.ts";
import { auditSentence, summariseAudit } from "../../shared/audit-summary.ts";
import type { Locale } from "../../shared/locales.ts";

const SUPPLIER = "0190a000-0000-7000-8000-000000000001";
const PERSON = "0190a000-0000-7000-8000-000000000002";
const CANTEEN = "0190a000-0000-7000-8000-000000000003";
const NAMES = {
  [SUPPLIER]: "Ferme des Trois Vents",
  [PERSON]: "Anne Petit",
  [CANTEEN]: "Collège Jean-Moulin",
};

function entry(given: Partial<AuditEntry>): AuditEntry {
  return {
    stream: CANTEEN,
    seq: 1,
    at: "2026-11-05T13:05:00.000Z",
    userId: PERSON,
    userName: "Jeanne Martin",
    noun: "orders",
    nounId: "0190a000-0000-7000-8000-00000000000a",
    action: "updated",
    before: null,
    after: null,
    ...given,
  };
}

const CARROTS = {
  id: "0190a000-0000-7000-8000-00000000000b",
  description: "Carottes",
  unit: "KG",
  quantityMilli: 10_000,
  unitPriceHtE4: 20_000,
  amountHtCents: 2_000,
  claims: [] as string[],
};
const ORDER = {
  reference: "BC-2026-014",
  kind: "ORDER",
  status: "ORDERED",
  supplierId: SUPPLIER,
  orderedOn: "2026-11-05",
  deliveredOn: null as string | null,
  version: 1,
  verdicts: ["one"],
  lines: [CARROTS],
};

function read(given: Partial<AuditEntry>, locale: Locale = "fr") {
  return summariseAudit(entry(given), { locale, names: NAMES, ownPeople: true });
}
function say(given: Partial<AuditEntry>, locale: Locale = "fr"): string {
  return auditSentence(read(given, locale), { locale });
}

describe("the sentence", () => {
  test("says who changed which order, what from and what to, the unit once", () => {
    const after = { ...ORDER, version: 2, lines: [{ ...CARROTS, quantityMilli: 12_000 }] };
    expect(say({ before: ORDER, after })).toBe(
      "Jeanne Martin a modifié la commande BC-2026-014\u00A0: Carottes, quantité 10 → 12\u00A0kg",
    );
    expect(say({ before: ORDER, after }, "en")).toBe(
      "Jeanne Martin changed the order BC-2026-014: Carottes, quantity 10 → 12\u00A0kg",
    );
  });

  test("calls whoever was forgotten by no name, in the language of the page", () => {
    const given = {
      userName: ERASED_NAME,
      noun: "measures",
      after: { ownerId: PERSON },
      before: { ownerId: null },
    };
    const names = { ...NAMES, [PERSON]: ERASED_NAME };
    const words = (locale: Locale) => summariseAudit(entry(given), { locale, names, ownPeople: true });
    expect([words("fr").who, words("fr").changes[0]?.after]).toEqual([ERASED_NAME, ERASED_NAME]);
    expect([words("en").who, words("en").changes[0]?.after]).toEqual(["deleted person", "deleted person"]);
  });

  test("tells what people typed from the words of the product: a line's name is French in any language", () => {
    const told = (was: typeof CARROTS, is: typeof CARROTS) => {
      const order = (line: typeof CARROTS) => ({ ...ORDER, lines: [line] });
      const { gistName, changes } = read({ before: order(was), after: order(is) }, "en");
      return [gistName, ...changes.map(({ subject, subjectTyped }) => (subjectTyped ? subject : null))];
    };
    const more = { quantityMilli: 12_000 };
    expect(told(CARROTS, { ...CARROTS, ...more })).toEqual(["Carottes", "Carottes"]);
    const unnamed = { ...CARROTS, description: "" };
    expect(told(unnamed, { ...unnamed, ...more })).toEqual([null, null]);
    expect(read({ before: ORDER, after: { ...ORDER, lines: [] } }).gistName).toBe("Carottes");
    expect(read({ action: "created", after: ORDER }).gistName).toBeNull();
  });

  test("counts the changes it does not tell", () => {
    const line = { ...CARROTS, quantityMilli: 12_000, amountHtCents: 2_400 };
    expect(say({ before: ORDER, after: { ...ORDER, lines: [line] } })).toMatch(
      /quantité 10 → 12\u00A0kg, et 1 autre changement$/,
    );
    expect(say({ before: ORDER, after: { ...ORDER, deliveredOn: "2026-11-06", lines: [line] } })).toMatch(
      /livrée le – → 06\/11\/2026, et 2 autres changements$/,
    );
    expect(say({ before: ORDER, after: { ...ORDER, lines: [line] } }, "en")).toMatch(/, and 1 other change$/);
    expect(
      say({ before: ORDER, after: { ...ORDER, deliveredOn: "2026-11-06", lines: [line] } }, "en"),
    ).toMatch(/, and 2 other changes$/);
  });

  test("tells no value of what is new, gone, or has nothing left to compare", () => {
    expect(read({ before: null, after: ORDER }).gist).toBeNull();
    expect(read({ before: ORDER, after: null }).gist).toBeNull();
    expect(read({ before: ORDER, after: {} }).gist).toBeNull();
    expect(read({ before: ORDER, after: ORDER }).gist).toBeNull();
  });

  test("leaves acronyms in capitals, and the unit in what people typed", () => {
    const [before, after] = [550, 2_000].map((vatBp) => ({ ...ORDER, lines: [{ ...CARROTS, vatBp }] }));
    expect(read({ before, after }).gist).toBe("Carottes, TVA 5,5 → 20\u00A0%");
    const [old, renamed] = [{ name: "Farine, 10\u00A0kg" }, { name: "Farine 12\u00A0kg" }];
    expect(read({ noun: "products", before: old, after: renamed }).gist).toBe(
      "nom Farine, 10\u00A0kg → Farine 12\u00A0kg",
    );
    const [short, long] = [{ name: "Ferme" }, { name: "Grange" }];
    expect(read({ noun: "suppliers", before: short, after: long }).gist).toBe("nom Ferme → Grange");
  });

  test("names an order without reference by its day and its supplier", () => {
    const draft = { ...ORDER, reference: null };
    expect(say({ action: "created", after: draft })).toBe(
      "Jeanne Martin a créé la commande du 05/11/2026 (Ferme des Trois Vents)",
    );
    expect(say({ action: "deleted", before: { ...ORDER, kind: "CREDIT_NOTE" } })).toBe(
      "Jeanne Martin a supprimé l'avoir BC-2026-014",
    );
  });

  test("names the catalogue, the rights and the accounts", () => {
    expect(say({ noun: "suppliers", before: { name: "Ferme A" }, after: { name: "Ferme B" } })).toBe(
      "Jeanne Martin a modifié le fournisseur Ferme B\u00A0: nom Ferme A → Ferme B",
    );
    const proof = { scheme: "BIO", number: "FR-1", supplierId: SUPPLIER, validTo: "2026-12-31" };
    expect(say({ noun: "certificates", before: proof, after: { ...proof, validTo: null } })).toBe(
      "Jeanne Martin a modifié la preuve Agriculture biologique FR-1 (Ferme des Trois Vents)\u00A0: valable jusqu'au 31/12/2026 → –",
    );
    const grant = { userId: PERSON, role: "manager", scopeKind: "canteen", scopeId: CANTEEN };
    expect(say({ noun: "grants", action: "created", after: grant })).toBe(
      "Jeanne Martin a créé le droit «\u00A0Gestionnaire\u00A0» (Anne Petit, Collège Jean-Moulin)",
    );
    expect(say({ noun: "users", nounId: PERSON, action: "two-step-reset" })).toBe(
      "Jeanne Martin a retiré la double validation et les clés d'accès du compte «\u00A0Anne Petit\u00A0»",
    );
    expect(say({ noun: "users", nounId: PERSON, action: "password-reset" })).toBe(
      "Jeanne Martin a renouvelé le mot de passe du compte «\u00A0Anne Petit\u00A0»",
    );
    const target = { indicator: "ORGANIC", basis: "value", year: 2026, shareBp: 2000 };
    expect(say({ noun: "targets", before: target, after: { ...target, shareBp: 2250 } })).toBe(
      "Jeanne Martin a modifié l'objectif Bio 2026\u00A0: part à atteindre 20 → 22,5\u00A0%",
    );
  });

  test("names imports by their file, and mappings by their source", () => {
    const after = { file: "achats.csv", lines: 12, totalCents: 123_456 };
    expect(say({ noun: "imports", action: "created", after })).toBe(
      "Jeanne Martin a créé l'import achats.csv",
    );
    const { changes } = read({ noun: "imports", action: "created", after });
    expect(changes.find(({ key }) => key === "totalCents")).toMatchObject({
      label: "Total HT",
      after: "1\u202F234,56\u00A0€",
    });
    expect(say({ noun: "imports", action: "undone", before: after })).toMatch(
      /^Jeanne Martin a annulé l'import achats\.csv/,
    );
    const mapping = { name: "Relevé du grossiste", columns: ["date = Date BL"], mapping: {} };
    const changed = { ...mapping, columns: ["date = Date de facture"] };
    expect(say({ noun: "import-mappings", before: mapping, after: changed })).toBe(
      "Jeanne Martin a modifié la lecture de «\u00A0Relevé du grossiste\u00A0»\u00A0: colonnes lues date = Date BL → date = Date de facture",
    );
  });

  test("without a name, tells the program from what may be another organisation", () => {
    expect(read({ userName: null, after: ORDER, action: "created" }).who).toBe("Le programme");
    const shared = entry({ userName: null, noun: "products", after: { name: "Carotte" } });
    expect(summariseAudit(shared, { locale: "fr", names: {}, ownPeople: false }).who).toMatch(
      /autre organisation/,
    );
  });

  test("an unknown noun, action or field is shown under its own name", () => {
    const strange = { noun: "menus", action: "moved", before: { mood: 1 }, after: { mood: 2 } };
    expect(say(strange)).toBe("Jeanne Martin a changé «\u00A0menus\u00A0»");
    expect(read(strange).changes).toEqual([
      {
        key: "mood",
        subject: null,
        subjectTyped: false,
        label: "mood",
        before: "1",
        after: "2",
        typed: true,
      },
    ]);
  });
});

describe("the changes", () => {
  test("are in words, never ids, versions or verdicts", () => {
    const after = { ...ORDER, version: 2, verdicts: ["two"], status: "RECEIVED", deliveredOn: "2026-11-06" };
    expect(read({ before: ORDER, after }).changes).toEqual([
      {
        key: "status",
        subject: null,
        subjectTyped: false,
        label: "État",
        before: "Commandée",
        after: "Livrée",
        typed: false,
      },
      {
        key: "deliveredOn",
        subject: null,
        subjectTyped: false,
        label: "Livrée le",
        before: "–",
        after: "06/11/2026",
        typed: false,
      },
    ]);
  });

  test("tell an added and a removed line by their quantity and amount", () => {
    const leek = { ...CARROTS, id: "0190a000-0000-7000-8000-00000000000c", description: "Poireaux" };
    const { changes } = read({ before: ORDER, after: { ...ORDER, lines: [leek] } });
    expect(changes.map(({ subject, before, after }) => [subject, before, after])).toEqual([
      ["Carottes", "10\u00A0kg, 20,00\u00A0€", "–"],
      ["Poireaux", "–", "10\u00A0kg, 20,00\u00A0€"],
    ]);
  });

  test("write money, prices, shares, marks and flags as people do", () => {
    const line = { ...CARROTS, unitPriceHtE4: 4_325, vatBp: 550, claims: ["BIO"], claimedLocal: true };
    const { changes } = read({ before: { lines: [CARROTS] }, after: { lines: [line] } });
    expect(changes.map(({ label, before, after }) => `${label}: ${before} → ${after}`)).toEqual([
      "Prix unitaire HT: 2,00\u00A0€ → 0,4325\u00A0€",
      "TVA: – → 5,5\u00A0%",
      "Signes annoncés: – → Bio",
      "Annoncé local: – → oui",
    ]);
  });

  test("say of a list of references that it is what people call things, as soon as one is named", () => {
    const hidden = SUPPLIER.replace("1", "2");
    const typedOf = (offerIds: string[]) =>
      read({ noun: "certificates", before: { offerIds: [] }, after: { offerIds } }).changes.map(
        ({ typed }) => typed,
      );
    expect(typedOf([hidden, SUPPLIER])).toEqual([true]);
    expect(typedOf([hidden])).toEqual([false]);
  });

  test("do not show the id of what the reader may not see", () => {
    const { changes } = read({
      noun: "canteens",
      before: { centralKitchenId: null },
      after: { centralKitchenId: SUPPLIER.replace("1", "2") },
    });
    expect(changes).toEqual([
      {
        key: "centralKitchenId",
        subject: null,
        subjectTyped: false,
        label: "Cuisine centrale",
        before: "–",
        after: "nom non disponible",
        typed: false,
      },
    ]);
  });

  test("survive any content", () => {
    for (const strange of [
      0,
      "x",
      [],
      [[]],
      { lines: 3 },
      { lines: [null, 1] },
      { position: {} },
      { __proto__: 1 },
      { constructor: { a: 1 } },
      { orderedOn: 7, quantityMilli: 0.5, claims: [{}] },
    ])
      expect(() => read({ before: strange, after: { toString: "x", lines: [{ id: {} }] } })).not.toThrow();
  });
});
