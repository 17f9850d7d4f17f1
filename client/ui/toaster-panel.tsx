import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import type { NotificationData } from "@mantine/notifications";
import { Notifications, notifications, useNotifications } from "@mantine/notifications";
import { useEffect } from "react";

/** The panel holds five toasts and makes others wait: those that stay leave it room. */
const MOST_STAYING = 3;

export default function ToasterPanel(): React.ReactNode {
  const { notifications: shown } = useNotifications();
  useEffect(() => {
    for (const id of surplusOf(shown)) notifications.hide(id);
  }, [shown]);
  return <Notifications position="bottom-right" />;
}

/** The oldest of the toasts that nothing but a press closes, beyond three. */
export function surplusOf(shown: readonly NotificationData[]): string[] {
  const staying = shown.flatMap(({ id, autoClose }) => (autoClose === false && id !== undefined ? [id] : []));
  return staying.slice(0, Math.max(0, staying.length - MOST_STAYING));
}
