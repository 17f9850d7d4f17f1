/** What the page says to a screen reader, outside of React: the grid does not draw again for it. */
export interface Announcer {
  say: (text: string) => void;
  text: () => string;
  subscribe: (listener: () => void) => () => void;
}

/** The same words twice are two announcements: a space nobody sees tells them apart. */
const AGAIN = "\u200B";

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>();
  let said = "";
  return {
    say: (text) => {
      said = said === text ? text + AGAIN : text;
      for (const listener of listeners) listener();
    },
    text: () => said,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
