import type { Page } from "playwright-core";

/** A node as assistive technology is given it. */
export interface HeardNode {
  role: string;
  name: string;
  level: number | null;
}

interface RawNode {
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
}

/** Everything of the page that assistive technology is given, in its order. */
export async function screenTree(page: Page): Promise<HeardNode[]> {
  const session = await page.context().newCDPSession(page);
  const answer: { nodes: unknown[] } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return (answer.nodes as RawNode[])
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const level = properties.find((one) => one.name === "level")?.value.value;
      return {
        role: String(role?.value ?? ""),
        name: String(name?.value ?? "").trim(),
        level: typeof level === "number" ? level : null,
      };
    });
}
