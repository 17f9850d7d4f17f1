import { lazy, Suspense } from "react";
import type { InvoiceReview } from "../shared/invoices/review.ts";
import { photoAlternative } from "../shared/photo-alternative.ts";
import { withTexts } from "./i18n.ts";
import { DocumentViewer } from "./ui/document-viewer.tsx";
import { LoadingSkeleton } from "./ui/loading-skeleton.tsx";
import { useLocale } from "./ui/locale.ts";

const ReadInvoice = lazy(async () => ({
  default: (await withTexts("invoices", import("./invoices/read-invoice.tsx"))).ReadInvoice,
}));

/** A document inside the page: its PDF or photo; of data without a picture, what they say, as people read it. */
export function InvoiceDocument({
  canteenId,
  review,
}: {
  canteenId: string;
  review: Pick<InvoiceReview, "id" | "media" | "fileName" | "invoice" | "createdAt" | "orderId">;
}): React.ReactNode {
  const locale = useLocale();
  const { id, media, fileName, invoice } = review;
  if (media !== "invoice-xml")
    return (
      <DocumentViewer
        address={`/files/invoices/${canteenId}/${id}`}
        kind={media === "pdf" ? "pdf" : "image"}
        name={fileName}
        alternative={photoAlternative(review, locale)}
      />
    );
  if (invoice === null) return null;
  return (
    <Suspense fallback={<LoadingSkeleton lines={8} />}>
      <ReadInvoice invoice={invoice} />
    </Suspense>
  );
}
