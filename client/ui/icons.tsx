const PATHS = {
  menu: "M4 6h16M4 12h16M4 18h16",
  check: "M4 12.5l5 5L20 6.5",
  cross: "M6 6l12 12M18 6L6 18",
  question: "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3M12 18v.5",
  eye: "M2 12s4-7 10-7s10 7 10 7s-4 7-10 7s-10-7-10-7M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6",
  eyeOff: "M2 12s4-7 10-7s10 7 10 7s-4 7-10 7s-10-7-10-7M4 4l16 16",
  pencil: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  minus: "M6 12h12",
  alert: "M12 4l9 16H3zM12 10v4M12 17v.5",
  info: "M12 11v6M12 7v.5M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18",
  chevronDown: "M6 9l6 6 6-6",
  chevronLeft: "M15 6l-6 6 6 6",
  chevronRight: "M9 6l6 6-6 6",
  arrowUp: "M12 19V5M6 11l6-6 6 6",
  arrowDown: "M12 5v14M6 13l6 6 6-6",
  sortUp: "M7 14l5-5 5 5",
  sortDown: "M7 10l5 5 5-5",
  sortNone: "M8 10l4-4 4 4M8 14l4 4 4-4",
  search: "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l5 5",
  plus: "M12 5v14M5 12h14",
  undo: "M9 6L4 11l5 5M4 11h10a6 6 0 0 1 0 12h-2",
  user: "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4 21a8 8 0 0 1 16 0",
  table: "M4 5h16v14H4zM4 10h16M10 10v9",
  chart: "M4 20h16M7 20v-7M12 20V6M17 20v-10",
  download: "M12 4v11M7 11l5 5 5-5M4 20h16",
  upload: "M12 16V5M7 9l5-5 5 5M4 20h16",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  link: "M10 14l4-4M8 12l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 12l2-2a3.5 3.5 0 0 0-5-5l-2 2",
  trash: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  calendar: "M4 6h16v14H4zM4 10h16M8 4v4M16 4v4",
} as const;

export type IconName = keyof typeof PATHS;

/** Always decorative: the text or the aria-label beside it carries the meaning. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }): React.ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
