import "./ui/mantine.css";
import "./ui/global.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { activateLocale, initialLocale } from "./i18n.ts";
import { publishStyleNonce } from "./style-nonce.ts";

publishStyleNonce();
const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root");
// Not awaited here: the texts' file waits for this one, which holds what every page runs.
void activateLocale(initialLocale()).then(() => createRoot(container).render(<App />));
