import "./ui/mantine.css";
import "./ui/global.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { activateLocale, initialLocale } from "./i18n.ts";
import { publishStyleNonce } from "./style-nonce.ts";

publishStyleNonce();
await activateLocale(initialLocale());
const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root");
createRoot(container).render(<App />);
