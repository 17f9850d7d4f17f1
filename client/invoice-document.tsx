import { lazy, Suspense } from "react";
import type { InvoiceReview } from "../shared/invoices/review.ts";
import { withTexts } from "./i18n.ts";
import { DocumentViewer } from "./ui/document-viewer.tsx";
import { LoadingSkeleton } from "./ui/loading-skeleton.tsx";

const ReadInvoice = lazy(async () => ({
  default: (await withTexts("invoices", import("./invoices/read-invoice.tsx"))).ReadInvoice,
}));

/** A document inside the page: its PDF or photo; of data without a picture, what they say, as people read it. */
export function InvoiceDocument({
  canteenId,
  review: { id, media, fileName, invoice },
}: {
  canteenId: string;
  review: Pick<InvoiceReview, "id" | "media" | "fileName" | "invoice">;
}): React.ReactNode {
  if (media !== "invoice-xml")
    return (
      <DocumentViewer
        address={`/files/invoices/${canteenId}/${id}`}
        kind={media === "pdf" ? "pdf" : "image"}
        name={fileName}
      />
    );
  if (invoice === null) return null;
  return (
    <Suspense fallback={<LoadingSkeleton lines={8} />}>
      <ReadInvoice invoice={invoice} />
    </Suspense>
  );
}
