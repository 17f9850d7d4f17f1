import type { Messages } from "@lingui/core";

const CATALOGUES = import.meta.glob<Messages>(["./en/app.po", "./en/ui.po", "./en/offline.po"], {
  eager: true,
  import: "messages",
});

/** What every page says. */
export const MESSAGES: Messages = Object.assign({}, ...Object.values(CATALOGUES));

/** What the pages of one folder say, by the path of its catalogue. */
export const OF_FOLDERS = import.meta.glob<Messages>(
  ["./en/*.po", "!./en/app.po", "!./en/ui.po", "!./en/offline.po"],
  { import: "messages" },
);
