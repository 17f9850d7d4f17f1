import { useQuery } from "@tanstack/react-query";
import { formatEntry } from "../../shared/format/numbers.ts";
import { waitingGrams } from "../../shared/legumerie/requests.ts";
import { outputStock } from "../../shared/legumerie/stock.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import type { RequestStart } from "./delivery-draft.ts";
import type { OpenRequest, Workshop } from "./workshop.ts";

/** A delivery of what a request still waits for, from the lot to be used first, as far as it goes. */
export function useRequestStart(workshop: Workshop): (request: OpenRequest) => RequestStart {
  const { data: outputs = [] } = useQuery({
    ...useTRPC().legumerie.deliverable.queryOptions({ legumerieId: workshop.id }),
    enabled: workshop.mayWrite,
  });
  return (request) => {
    const output = outputs.find(
      ({ productId, cut, batchEnded }) =>
        batchEnded && productId === request.productId && cut === request.cut,
    );
    const asked = request.weekly ? request.grams : waitingGrams(request);
    const left = output === undefined ? asked : outputStock(output, readToday()).availableGrams;
    return {
      canteenId: request.canteenId,
      canteenName: request.canteenName ?? "",
      requestId: request.id,
      outputId: output?.id ?? null,
      kg: formatEntry({ value: Math.min(asked, left), decimals: 3 }, "fr"),
      price:
        request.unitPriceHtE4 === null
          ? ""
          : formatEntry({ value: request.unitPriceHtE4, decimals: 4 }, "fr"),
    };
  };
}
