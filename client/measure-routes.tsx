import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "./i18n.ts";
import { lateSearch } from "./late-search.ts";
import { layout } from "./layout-route.tsx";

export const measures = createRoute({
  getParentRoute: () => layout,
  path: "/objectifs/mesures",
  ...lateSearch(async () => (await import("./measures/search.ts")).validateMeasuresSearch),
  component: lazyRouteComponent(
    () => withTexts("measures", import("./measures/measures-page.tsx")),
    "MeasuresPage",
  ),
});

export const measure = createRoute({
  getParentRoute: () => layout,
  path: "/objectifs/mesures/$measureId",
  component: lazyRouteComponent(
    () => withTexts("measures", import("./measures/measure-page.tsx")),
    "MeasurePage",
  ),
});
