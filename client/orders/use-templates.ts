import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { OrderTemplate } from "../../shared/order-templates.ts";
import { templateLines } from "../../shared/order-templates.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { useTRPC } from "../trpc.ts";
import { showDoneToast, showUndoToast } from "../ui/toasts.tsx";

export interface TemplateChanges {
  busy: boolean;
  /** Under the name of one that is there, it takes its place. */
  keep: (kept: { supplierId: Id; name: string; lines: readonly OrderLine[] }, onKept: () => void) => void;
  rename: (template: OrderTemplate, name: string, onRenamed: () => void) => void;
  /** At once; the toast brings it back. */
  remove: (template: OrderTemplate) => void;
}

/** The template of this name, or undefined. */
export function templateNamed(templates: readonly OrderTemplate[], name: string): OrderTemplate | undefined {
  return templates.find((template) => searchKey(template.name) === searchKey(name));
}

/** What people do to the templates of a supplier. */
export function useTemplates(canteenId: Id, templates: readonly OrderTemplate[]): TemplateChanges {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSuccess = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: trpc.orders.catalogue.pathKey() });
  const save = useMutation(trpc.orderTemplates.save.mutationOptions({ onSuccess }));
  const rename = useMutation(trpc.orderTemplates.rename.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.orderTemplates.delete.mutationOptions({ onSuccess }));
  const restore = useMutation(trpc.orderTemplates.restore.mutationOptions({ onSuccess }));
  return {
    busy: save.isPending || rename.isPending,
    keep: ({ supplierId, name, lines }, onKept) => {
      const id = templateNamed(templates, name)?.id ?? newId();
      save.mutate(
        { canteenId, template: { id, supplierId, name, lines: templateLines(lines) } },
        {
          onSuccess: () => {
            showDoneToast(t`Panier « ${name} » enregistré`);
            onKept();
          },
        },
      );
    },
    rename: ({ id }, name, onRenamed) =>
      rename.mutate({ canteenId, templateId: id, name }, { onSuccess: onRenamed }),
    remove: ({ id, name }) =>
      remove.mutate(
        { canteenId, templateId: id },
        {
          onSuccess: () =>
            showUndoToast({
              message: t`Panier « ${name} » supprimé`,
              onUndo: () => restore.mutate({ canteenId, templateId: id }),
            }),
        },
      ),
  };
}
