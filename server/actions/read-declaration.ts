import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listCells } from "../../db/queries/cells.ts";
import { countDraftsOfYear, listDeclarations, listPurchaseYears } from "../../db/queries/declarations.ts";
import { listLateLines } from "../../db/queries/late-verdicts.ts";
import { sumFigureLines } from "../../db/queries/lines.ts";
import { listNames } from "../../db/queries/names.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { Cell } from "../../shared/cells.ts";
import type { Declaration, DeclarationCheck, LateDifference } from "../../shared/declarations.ts";
import { canDeclare, lateDifferences, mealCost, silentParts } from "../../shared/declarations.ts";
import { conditionsOf, factsOf } from "../../shared/drill-down.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { yearRange } from "../../shared/periods.ts";
import type { YearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import { yearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import { AppError } from "../app-error.ts";
import { cellDifferences } from "./cell-differences.ts";
import { readProofs } from "./read-proofs.ts";

/** A declaration with who made it and who opened it again, named to who may know. */
export interface NamedDeclaration extends Declaration {
  declaredByName: string | null;
  reopenedByName: string | null;
}

/** The year of a canteen as it is, or was, declared. */
export interface DeclarationPage {
  canteen: { id: Id; name: string; siret: string };
  year: number;
  /** Years with purchases and the year of today, latest first. */
  years: number[];
  /** What the lines give: when the year is frozen, what was declared. */
  amounts: YearlyAmounts;
  lines: number;
  /** In force; null: the year is open. */
  declaration: NamedDeclaration | null;
  /** Those that were opened again, latest first. */
  reopened: NamedDeclaration[];
  /** What today's facts would declare otherwise; empty while the year is open. */
  late: { lines: number; differences: LateDifference[] };
  checks: DeclarationCheck[];
  isOver: boolean;
}

interface Asked {
  canteenId: Id;
  year: number;
  today: IsoDate;
  /** Whether persons may be named to the caller. */
  names: boolean;
}

/** Everything the page of the yearly declaration shows. NOT_FOUND: no such canteen. */
export async function readDeclaration(db: Kysely<Database>, asked: Asked): Promise<DeclarationPage> {
  const { canteenId, year, today } = asked;
  const [canteen] = await listCanteens(db, [canteenId]);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const [cells, declarations, late, bought] = await Promise.all([
    listCells(db, { canteenIds: [canteenId], ...yearRange(year) }),
    listDeclarations(db, canteenId),
    listLateLines(db, { canteenId, year }),
    listPurchaseYears(db, canteenId),
  ]);
  const amounts = yearlyAmounts(cells, year);
  const ofYear = await named(
    db,
    declarations.filter((one) => one.year === year),
    asked.names,
  );
  const changes = cellDifferences(
    late.map(({ line }) => line),
    late.map(({ line, today: verdict }) => ({ ...line, ...verdict })),
  );
  return {
    canteen: { id: canteen.id, name: canteen.name, siret: canteen.siret },
    year,
    years: [...new Set([yearOf(today), ...bought])].toSorted((a, b) => b - a),
    amounts,
    lines: cells.reduce((sum, cell) => sum + cell.lines, 0),
    declaration: ofYear.find(({ reopenedAt }) => reopenedAt === null) ?? null,
    reopened: ofYear.filter(({ reopenedAt }) => reopenedAt !== null),
    late: {
      lines: late.length,
      differences: lateDifferences(amounts.declared, yearlyAmounts([...cells, ...changes], year).declared),
    },
    checks: await checksOf(db, cells, { ...asked, mealsPerYear: canteen.mealsPerYear, amounts }),
    isOver: canDeclare(year, today),
  };
}

async function named(
  db: Kysely<Database>,
  declarations: readonly Declaration[],
  names: boolean,
): Promise<NamedDeclaration[]> {
  const ids = new Set(
    declarations.flatMap(({ declaredBy, reopenedBy }) => [declaredBy ?? [], reopenedBy ?? []].flat()),
  );
  const people = names ? await listNames(db, "users", [...ids]) : [];
  const known = new Map(people.map(({ id, name }) => [id, name]));
  return declarations.map((one) => ({
    ...one,
    declaredByName: known.get(one.declaredBy ?? "") ?? null,
    reopenedByName: known.get(one.reopenedBy ?? "") ?? null,
  }));
}

async function checksOf(
  db: Kysely<Database>,
  cells: readonly Cell[],
  about: Asked & { mealsPerYear: number | null; amounts: YearlyAmounts },
): Promise<DeclarationCheck[]> {
  const { canteenId, year, today, mealsPerYear, amounts } = about;
  const [totals, orders, { proofs }] = await Promise.all([
    sumFigureLines(db, {
      canteenIds: [canteenId],
      ...yearRange(year),
      supplierId: null,
      text: "",
      conditions: conditionsOf({}),
      status: { facts: factsOf("EGALIM"), status: "toCheck" },
    }),
    countDraftsOfYear(db, { canteenId, year }),
    readProofs(db, { canteenIds: [canteenId], today }),
  ]);
  const { months, families } = silentParts(cells, { year, today });
  const urgent = (urgency: string): number => proofs.filter((proof) => proof.urgency === urgency).length;
  return [
    { kind: "to-check", totals },
    { kind: "proofs", expired: urgent("expired"), expiring: urgent("expiring"), missing: urgent("missing") },
    { kind: "drafts", orders },
    { kind: "silent-months", months },
    { kind: "silent-families", families },
    { kind: "meals", mealsPerYear, ...mealCost(amounts.declared.valeur_totale ?? 0, mealsPerYear) },
  ];
}
