import type { Page } from "playwright-core";

/** A node as assistive technology is given it. */
export interface HeardNode {
  role: string;
  name: string;
  level: number | null;
  /** Of the DOM, for `outerHtmlOf`; null when the node has no element. */
  backendNodeId: number | null;
}

interface RawNode {
  backendDOMNodeId?: number;
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
    .map(({ role, name, properties = [], backendDOMNodeId = null }) => {
      const level = properties.find((one) => one.name === "level")?.value.value;
      return {
        role: String(role?.value ?? ""),
        name: String(name?.value ?? "").trim(),
        level: typeof level === "number" ? level : null,
        backendNodeId: backendDOMNodeId,
      };
    });
}

/** The elements of these nodes as the page has them now, cut short: what a failing test shows. */
export async function outerHtmlOf(page: Page, nodes: readonly HeardNode[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const found = await Promise.all(
    nodes.map(({ backendNodeId }) =>
      backendNodeId === null
        ? null
        : session.send("DOM.getOuterHTML", { backendNodeId }).then(
            ({ outerHTML }) => outerHTML.slice(0, 300),
            () => "gone from the page",
          ),
    ),
  );
  await session.detach();
  return found.map((html) => html ?? "no element");
}
