import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import type { FileKind } from "../../shared/file-kinds.ts";
import { onOpenDropped } from "../dropped-files.ts";

/** The page where a file of each kind is read; what holds neither never leaves the list of dropped files. */
const PAGES: Record<FileKind, "/importer" | "/factures" | null> = {
  table: "/importer",
  workbook: "/importer",
  "invoice-xml": "/factures",
  pdf: "/factures",
  image: "/factures",
  unknown: null,
};

/** Leads to the page of a dropped file when it opens. */
export function useOpenDropped(): void {
  const navigate = useNavigate();
  useEffect(() => {
    onOpenDropped(({ kind, fileId }) => {
      const page = kind === null ? null : PAGES[kind];
      if (page !== null && fileId !== null) void navigate({ to: page, search: { fichier: fileId } });
    });
  }, [navigate]);
}
