import type { Page } from "playwright-core";

/** One node as assistive technology is given it. */
export interface TreeNode {
  role: string;
  name: string;
  description: string;
  focused: boolean;
  selected: boolean;
  readonly: boolean;
  multiselectable: boolean;
  /** « true » when what stands there is wrong. */
  invalid: string;
}

/** The entry grid as assistive technology is given it. */
export interface GridTree {
  grid: TreeNode;
  headers: string[];
  rowHeaders: string[];
  cells: TreeNode[];
  /** The cell that aria-activedescendant names. */
  active: TreeNode;
}

interface RawValue {
  value?: unknown;
  relatedNodes?: { backendDOMNodeId: number }[];
}

interface RawNode {
  backendDOMNodeId?: number;
  ignored: boolean;
  role?: RawValue;
  name?: RawValue;
  description?: RawValue;
  properties?: { name: string; value: RawValue }[];
}

/** Reads the browser's own accessibility tree, not the markup it is made of. */
export async function gridTree(page: Page): Promise<GridTree> {
  const session = await page.context().newCDPSession(page);
  const answer: { nodes: unknown[] } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const nodes = (answer.nodes as RawNode[]).filter(({ ignored }) => !ignored);
  const withRole = (role: string) => nodes.filter((node) => node.role?.value === role);
  const [grid] = withRole("grid");
  if (grid === undefined) throw new Error("The page has no grid for assistive technology.");
  const activeId = property(grid, "activedescendant")?.relatedNodes?.[0]?.backendDOMNodeId;
  const active = nodes.find((node) => node.backendDOMNodeId === activeId);
  if (active === undefined) throw new Error("The grid names no active cell.");
  return {
    grid: treeNode(grid),
    headers: withRole("columnheader").map((node) => treeNode(node).name),
    rowHeaders: withRole("rowheader").map((node) => treeNode(node).name),
    cells: withRole("gridcell").map(treeNode),
    active: treeNode(active),
  };
}

function treeNode(node: RawNode): TreeNode {
  const value = (name: string) => property(node, name)?.value;
  return {
    role: String(node.role?.value ?? ""),
    name: String(node.name?.value ?? ""),
    description: String(node.description?.value ?? ""),
    focused: value("focused") === true,
    selected: value("selected") === true,
    readonly: value("readonly") === true,
    multiselectable: value("multiselectable") === true,
    invalid: String(value("invalid") ?? "false"),
  };
}

function property({ properties = [] }: RawNode, name: string): RawValue | undefined {
  return properties.find((one) => one.name === name)?.value;
}
