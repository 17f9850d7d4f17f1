import type { Page } from "playwright-core";

/** What a query answers to the person whose page it is: to know the truth that a screen must show. */
export async function askProcedure(page: Page, procedure: string, input?: unknown): Promise<unknown> {
  const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await page.request.get(`/trpc/${procedure}${search}`, {
    headers: { "x-bonnepart": "1", "sec-fetch-site": "same-origin" },
  });
  const body: { result?: { data: unknown } } = await answer.json();
  if (body.result === undefined) throw new Error(`${procedure}: ${JSON.stringify(body)}`);
  return body.result.data;
}

/** The canteen a fresh browser works for: the account's first. */
export async function chosenCanteen(page: Page): Promise<string> {
  const { canteens } = (await askProcedure(page, "session.current")) as { canteens: { id: string }[] };
  const first = canteens[0];
  if (first === undefined) throw new Error("This account has no canteen.");
  return first.id;
}
