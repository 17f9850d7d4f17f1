import type { Messages } from "@lingui/core";

const CATALOGUES = import.meta.glob<Messages>("./en/*.po", { eager: true, import: "messages" });

export const MESSAGES: Messages = Object.assign({}, ...Object.values(CATALOGUES));
