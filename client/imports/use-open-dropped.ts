import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import type { FileKind } from "../../shared/file-kinds.ts";
import { onOpenDropped } from "../dropped-files.ts";

/** The page where a file of each kind is read. */
const PAGES: Record<FileKind, "/importer" | "/factures" | null> = {
  table: "/importer",
  workbook: "/importer",
  "invoice-xml": "/factures",
  pdf: "/factures",
  image: "/factures",
  unknown: null,
};

/** Says which files have a page here. */
export function useFilePages(): (kind: FileKind | null) => boolean {
  const { routesByPath } = useRouter();
  return (kind) => kind !== null && PAGES[kind] !== null && PAGES[kind] in routesByPath;
}

/** Leads to the page of a dropped file when it opens. */
export function useOpenDropped(): void {
  const router = useRouter();
  useEffect(() => {
    onOpenDropped(({ kind, fileId }) => {
      const page = kind === null ? null : PAGES[kind];
      if (page !== null && page in router.routesByPath)
        void router.navigate({ href: `${page}?${new URLSearchParams({ fichier: fileId ?? "" })}` });
    });
  }, [router]);
}
