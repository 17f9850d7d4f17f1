import type { CSSVariablesResolver, MantineColorsTuple } from "@mantine/core";
import { createTheme } from "@mantine/core";
import { createElement } from "react";
import { Icon } from "./icons.tsx";

/**
 * The six indicator colours: distinguishable with three kinds of colour blindness and 3:1 on white.
 * Never alone: a pattern or a direct label says the same thing.
 */
export const INDICATOR_COLOURS = {
  organic: "#0b693e",
  quality: "#4f92e1",
  local: "#ce841d",
  short: "#813e85",
  sustainable: "#1b252e",
  conventional: "#95948f",
} as const;

export type Indicator = keyof typeof INDICATOR_COLOURS;

/** Beetroot, the product's own colour. Shade 9 is the one of buttons and links. */
const beet: MantineColorsTuple = [
  "#fbf1f5",
  "#f3dfe8",
  "#e5bfd0",
  "#d599b5",
  "#c2749a",
  "#b05784",
  "#9b4170",
  "#87325f",
  "#782850",
  "#6b1f45",
];

const stone: MantineColorsTuple = [
  "#fbf9f5",
  "#f5f1ea",
  "#ebe5db",
  "#dfd7ca",
  "#8d867c",
  "#7f776c",
  "#746c62",
  "#6b645b",
  "#4f4942",
  "#2a2521",
];

const SYSTEM_FONTS =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

const DIALOG_TITLE = { fontSize: "1.25rem", fontWeight: 700 };

export const theme = createTheme({
  primaryColor: "beet",
  primaryShade: 9,
  autoContrast: true,
  colors: { beet, gray: stone },
  black: "#2a2521",
  fontFamily: SYSTEM_FONTS,
  headings: {
    fontFamily: SYSTEM_FONTS,
    fontWeight: "700",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.2" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.35" },
    },
  },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  // Plain objects: `Menu.extend` would load every component named here with the first page.
  components: {
    ActionIcon: { defaultProps: { variant: "subtle", size: "lg" } },
    Anchor: { defaultProps: { underline: "always" } },
    Button: { defaultProps: { radius: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    // Mantine's own drawings have no name and are not hidden: they are heard as images, now and then.
    CloseButton: { defaultProps: { icon: createElement(Icon, { name: "cross" }) } },
    ComboboxChevron: { defaultProps: { "aria-hidden": true } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: "md" } },
    Drawer: { styles: { title: DIALOG_TITLE } },
    Modal: { defaultProps: { centered: true, size: "lg" }, styles: { title: DIALOG_TITLE } },
    // Its chevron has no name: it would be heard as an image.
    NativeSelect: { defaultProps: { rightSectionProps: { "aria-hidden": true } } },
    Paper: { defaultProps: { withBorder: true, p: "md" } },
    Popover: { defaultProps: { shadow: "md" } },
    Radio: { defaultProps: { size: "md" } },
    Table: { defaultProps: { verticalSpacing: "xs", horizontalSpacing: "sm" } },
    Tooltip: {
      defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } },
    },
  },
});

/** Colours Mantine's light scheme has too pale, and the product's own tokens (`--bp-*`). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    "--bp-organic": INDICATOR_COLOURS.organic,
    "--bp-quality": INDICATOR_COLOURS.quality,
    "--bp-local": INDICATOR_COLOURS.local,
    "--bp-short": INDICATOR_COLOURS.short,
    "--bp-sustainable": INDICATOR_COLOURS.sustainable,
    "--bp-conventional": INDICATOR_COLOURS.conventional,
    "--bp-confirmed": "#0b5d37",
    "--bp-confirmed-soft": "#e6f2ea",
    "--bp-declared": "#7a4a05",
    "--bp-declared-soft": "#fbf0da",
    "--bp-rejected": "#a61e1e",
    "--bp-rejected-soft": "#fbe9e7",
    "--bp-unknown": "#1f4e86",
    "--bp-unknown-soft": "#e8f0fa",
    "--bp-no": "#4f4942",
    "--bp-no-soft": "#f1ede6",
    "--bp-paper": "#fbf9f5",
    "--bp-line": "#dfd7ca",
    "--bp-track": "#ebe5db",
    "--bp-saffron": "#f2c14e",
    "--bp-saffron-soft": "#fdf3d7",
    "--bp-ink": "#2a2521",
  },
  light: {
    "--mantine-color-dimmed": "#495057",
    "--mantine-color-placeholder": "#5c636a",
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-default-border": "#868e96",
    "--mantine-color-beet-filled-hover": "#521533",
    "--mantine-primary-color-filled-hover": "#521533",
    "--mantine-color-anchor": "#6b1f45",
  },
  dark: {},
});
