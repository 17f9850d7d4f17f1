import { newId } from "../../shared/ids.ts";
import type { OrderStart } from "./order-start.ts";
import { filledRows } from "./sheet.ts";
import type { OrderEditorState } from "./use-order-editor.ts";

/** What is on screen as another order, a draft of its own: nothing of it is lost to somebody else's change. */
export function copyOfScreen({ header, store }: Pick<OrderEditorState, "header" | "store">): OrderStart {
  return {
    orderId: newId(),
    version: 0,
    header: { ...header, status: "DRAFT" },
    rows: filledRows(store.sheet()).map((row) => ({ ...row, id: newId() })),
    saved: false,
    verdicts: {},
  };
}
