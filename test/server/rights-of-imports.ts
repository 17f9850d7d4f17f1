import { newId } from "../../shared/ids.ts";
import type { RightsRow } from "./rights-row.ts";

/** Procedures of the spreadsheets of a canteen. */
export const IMPORT_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "importDrafts.get": { scope: "canteen", right: "imports.write", foreign: () => ({ draftId: newId() }) },
  "importDrafts.list": { scope: "canteen", right: "imports.write", input: () => ({}) },
  "importDrafts.setThrown": {
    scope: "canteen",
    right: "imports.write",
    input: () => ({ draftIds: [newId()], thrown: true }),
  },
  "importMappings.forget": { scope: "canteen", right: "imports.write" },
  "importMappings.inspect": { scope: "canteen", right: "imports.write" },
  "importMappings.save": { scope: "canteen", right: "imports.write" },
  "importRuns.cancel": { scope: "canteen", right: "imports.write", foreign: () => ({ importId: newId() }) },
  "importRuns.dismiss": { scope: "canteen", right: "imports.write", input: () => ({ importId: newId() }) },
  "importRuns.follow": { scope: "canteen", right: "imports.write" },
  "importRuns.list": { scope: "canteen", right: "imports.write", input: () => ({}) },
  "importRuns.start": {
    scope: "canteen",
    right: "imports.write",
    foreign: () => ({ importId: newId(), fileId: "0".repeat(64) }),
  },
  "imports.list": { scope: "canteen", right: "imports.write", input: () => ({}) },
  "imports.preview": { scope: "canteen", right: "imports.write" },
  "imports.undo": {
    scope: "canteen",
    right: "imports.write",
    foreign: ({ orderId }) => ({ importId: orderId }),
  },
};
