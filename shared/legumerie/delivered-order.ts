import type { Category } from "../categories.ts";
import type { IsoDate } from "../facts.ts";
import type { Family } from "../families.ts";
import type { Id } from "../ids.ts";
import type { Cut, DeliveredOutput, Delivery } from "../legumerie.ts";
import { CUT_LABELS } from "../legumerie.ts";
import { lineAmountHtCents } from "../money.ts";
import type { Order, OrderLine } from "../orders.ts";
import type { OutputTraits } from "./traits.ts";

/** An output lot as a purchase line needs it. */
export interface SoldOutput {
  productId: Id;
  productName: string;
  family: Family | null;
  vatBp: number;
  cut: Cut;
  traits: OutputTraits;
  /** The workshop's own article for it; null: none, or several. */
  article: { id: Id; name: string; packGrams: number | null } | null;
}

/** HT cents of the accepted kilos: what the canteen pays. */
export function acceptedHtCents({
  grams,
  refusedGrams,
  unitPriceHtE4,
}: Pick<DeliveredOutput, "grams" | "refusedGrams" | "unitPriceHtE4">): number {
  return lineAmountHtCents({ quantityMilli: grams - refusedGrams, unitPriceHtE4 });
}

/** The received order a delivery becomes in the canteen: same ids, one line an output lot. */
export function deliveredOrder(
  delivery: Delivery,
  {
    legumerieId,
    sold,
    asked,
  }: {
    legumerieId: Id;
    sold: ReadonlyMap<Id, SoldOutput>;
    /** The dated requests it answers: when they were made, and for what day. */
    asked: readonly { askedOn: IsoDate; wantedOn: IsoDate }[];
  },
): Order {
  const { id, deliveredOn, reference } = delivery;
  return {
    id,
    version: 0,
    supplierId: legumerieId,
    kind: "ORDER",
    status: "RECEIVED",
    reference,
    orderedOn: [deliveredOn, ...asked.map(({ askedOn }) => askedOn)].sort()[0] ?? deliveredOn,
    deliveredOn,
    expectedOn: asked.map(({ wantedOn }) => wantedOn).sort()[0] ?? null,
    invoicedOn: null,
    note: null,
    lines: delivery.outputs.map((delivered) => {
      const output = sold.get(delivered.outputId);
      if (output === undefined) throw new Error(`output ${delivered.outputId} was not loaded`);
      return deliveredLine(delivered, output);
    }),
  };
}

/** Thousandths of a kilo are grams. A refused kilo is ordered, and not received. */
function deliveredLine(delivered: DeliveredOutput, output: SoldOutput): OrderLine {
  const { organicStage, originCommunes, producerId, intermediaries } = output.traits;
  const claims: Category[] = organicStage === null ? [] : ["BIO"];
  return {
    id: delivered.id,
    productId: output.productId,
    offerId: output.article?.id ?? null,
    description: output.article?.name ?? describe(output),
    family: output.family,
    quantityMilli: delivered.grams,
    unit: "KG",
    refusal: delivered.refusedGrams === 0 ? null : delivered.refusal,
    receivedMilli: delivered.refusedGrams === 0 ? null : delivered.grams - delivered.refusedGrams,
    unitGrams: output.article?.packGrams ?? null,
    unitPriceHtE4: delivered.unitPriceHtE4,
    amountHtCents: acceptedHtCents(delivered),
    vatBp: output.vatBp,
    producerId,
    originCommunes: [...originCommunes],
    origin: originCommunes.length === 0 ? null : "FRANCE",
    intermediaries,
    claims,
    organicStage,
    certifiedShareBp: null,
    claimedShort: null,
    claimedLocal: null,
  };
}

function describe({ productName, cut, traits }: SoldOutput): string {
  const mark = traits.organicStage === null ? "" : traits.organicStage === "AB" ? " bio" : " en conversion";
  return `${productName}, ${CUT_LABELS[cut].fr}${mark}`;
}
