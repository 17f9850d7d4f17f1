import { isRedirect } from "@tanstack/react-router";
import { expect, test } from "vitest";
import { lateSearch } from "../../client/late-search.ts";

interface Search {
  page: number | undefined;
}

function readSearch({ page }: Record<string, unknown>): Search {
  return { page: typeof page === "number" ? page : undefined };
}

function opened(search: object) {
  return { search, location: { pathname: "/lignes", hash: "" } };
}

async function thrownBy(work: Promise<void>): Promise<unknown> {
  return await work.then(
    () => null,
    (error: unknown) => error,
  );
}

test("an address is taken as it is until the code that reads it has come", async () => {
  const { validateSearch, beforeLoad } = lateSearch(async () => readSearch);
  expect(validateSearch({ page: "x" })).toEqual({ page: "x" });
  await beforeLoad(opened({ page: 2 }));
  expect(validateSearch({ page: "x" })).toEqual({ page: undefined });
});

test("what the address says wrong is read again before the page is drawn, once", async () => {
  const { beforeLoad } = lateSearch(async () => readSearch);
  const thrown = await thrownBy(beforeLoad(opened({ page: "x", autre: "1" })));
  expect(isRedirect(thrown)).toBe(true);
  expect(thrown).toMatchObject({ options: { to: "/lignes", search: { page: undefined }, replace: true } });
  expect(await thrownBy(beforeLoad(opened({ page: "x" })))).toBeNull();
});

test("an address that says what is read of it opens at once", async () => {
  expect(await thrownBy(lateSearch(async () => readSearch).beforeLoad(opened({ page: 2 })))).toBeNull();
  expect(await thrownBy(lateSearch(async () => readSearch).beforeLoad(opened({ autre: "1" })))).toBeNull();
});

test("a file that does not come fails the page, and the next try asks for it again", async () => {
  let tries = 0;
  const { beforeLoad, validateSearch } = lateSearch(async () => {
    tries += 1;
    if (tries === 1) throw new Error("away");
    return readSearch;
  });
  expect(await thrownBy(beforeLoad(opened({})))).toMatchObject({ message: "away" });
  expect(await thrownBy(beforeLoad(opened({})))).toBeNull();
  expect(validateSearch({ page: 3 })).toEqual({ page: 3 });
});
