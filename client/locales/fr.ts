import type { Messages } from "@lingui/core";

const CATALOGUES = import.meta.glob<Messages>("./fr/*.po", { eager: true, import: "messages" });

export const MESSAGES: Messages = Object.assign({}, ...Object.values(CATALOGUES));
