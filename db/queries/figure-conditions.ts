import type { Expression, SqlBool } from "kysely";
import { sql } from "kysely";
import type { FigureConditions } from "../../shared/drill-down.ts";
import type { CellPredicate } from "../../shared/indicators/predicate.ts";

/** Cells and lines have these columns by the same names. */
type Table = "cells" | "order_lines";

/** `isPartOf` of shared/drill-down.ts, in SQL: the only translation of a figure's conditions. */
export function isPartOfSql(table: Table, { all, none, social }: FigureConditions): Expression<SqlBool> {
  const tests = [
    ...all.map((predicate) => matchesSql(table, predicate)),
    ...none.map((predicate) => sql<SqlBool>`not (${matchesSql(table, predicate)})`),
  ];
  const bits = sql.ref(`${table}.social`);
  if (social !== null && social.anyOf !== 0) tests.push(sql`(${bits} & ${social.anyOf}) <> 0`);
  if (social !== null && social.noneOf !== 0) tests.push(sql`(${bits} & ${social.noneOf}) = 0`);
  return every(tests);
}

/** `matches` of shared/indicators/predicate.ts, in SQL. */
function matchesSql(table: Table, predicate: CellPredicate): Expression<SqlBool> {
  const { certainty, categories, families, allOf, anyOf, noneOf } = predicate;
  const marks = sql.ref(`${table}.marks`);
  const tests: Expression<SqlBool>[] = [];
  if (allOf !== 0) tests.push(sql`(${marks} & ${allOf}) = ${allOf}`);
  if (noneOf !== 0) tests.push(sql`(${marks} & ${noneOf}) = 0`);
  if (anyOf !== 0) tests.push(sql`(${marks} & ${anyOf}) <> 0`);
  // What counts has a family: `in` never meets null, and its negation loses nothing.
  if (families !== null) tests.push(sql`${sql.ref(`${table}.family`)} in (${sql.join([...families])})`);
  const category = sql.ref(`${table}.${certainty === "strict" ? "strict_category" : "declared_category"}`);
  if (categories !== null) tests.push(sql`${category} in (${sql.join([...categories])})`);
  return every(tests);
}

function every(tests: readonly Expression<SqlBool>[]): Expression<SqlBool> {
  return tests.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join([...tests], sql` and `)})`;
}
