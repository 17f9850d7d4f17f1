import { i18n } from "@lingui/core";
import { notificationsStore } from "@mantine/notifications";
import { expect, test, vi } from "vitest";
import { surplusOf } from "../../../client/ui/toaster-panel.tsx";
import { showDoneToast, showUndoToast } from "../../../client/ui/toasts.tsx";

test("what undoes a deletion stays until a press or three newer ones take it away", () => {
  vi.stubGlobal("document", new EventTarget());
  i18n.loadAndActivate({ locale: "fr", messages: {} });
  const shown = () => notificationsStore.getState().notifications;
  const undo = (message: string) => showUndoToast({ message, onUndo: () => undefined });
  const takeAway = ["une", "deux", "trois"].map(undo);
  showDoneToast("Enregistré");
  expect(shown().map(({ autoClose }) => autoClose)).toEqual([false, false, false, expect.any(Number)]);
  expect(surplusOf(shown())).toEqual([]);

  undo("quatre");
  expect(surplusOf(shown())).toEqual([shown()[0]?.id]);
  takeAway[0]?.();
  expect(shown()).toHaveLength(4);
  expect(surplusOf(shown())).toEqual([]);
});
