import { Button, Text } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import classes from "./disclosure.module.css";

export interface DisclosureProps {
  /** The button's whole name; it starts with or holds `text`. */
  label: string;
  icon: React.ReactNode;
  /** Hidden on a narrow screen. */
  text: string;
  heading?: string;
  children: React.ReactNode;
}

/** A button of the header and the panel it opens: the browser's own popover (Escape, click outside). */
export function Disclosure({ label, icon, text, heading, children }: DisclosureProps): React.ReactNode {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const router = useRouter();
  useEffect(() => router.subscribe("onBeforeNavigate", () => panel.current?.hidePopover()), [router]);
  return (
    <div className={classes.anchor}>
      <Button
        className={classes.button ?? ""}
        variant="default"
        size="compact-md"
        aria-label={label}
        aria-expanded={opened}
        leftSection={icon}
        popoverTarget={id}
      >
        <span className={classes.text}>{text}</span>
      </Button>
      <div
        id={id}
        ref={panel}
        popover="auto"
        className={classes.panel}
        onToggle={(event) => setOpened(event.newState === "open")}
      >
        {heading !== undefined && (
          <Text size="sm" c="dimmed" className={classes.heading}>
            {heading}
          </Text>
        )}
        {children}
      </div>
    </div>
  );
}
