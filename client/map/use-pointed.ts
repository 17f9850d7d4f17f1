import { useEffect, useRef, useState } from "react";
import { useEscape } from "../ui/use-escape.ts";

const LEAVING_MS = 300;

export interface Pointed {
  /** Key of the circle whose name is shown; null: none. */
  key: string | null;
  point: (key: string) => void;
  /** The name stays for the time to reach it with the pointer. */
  leave: () => void;
}

/** The circle that is pointed at or has the focus; Escape takes its name away. */
export function usePointed(): Pointed {
  const [key, setKey] = useState<string | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stay = (): void => clearTimeout(leaving.current);
  useEffect(() => () => clearTimeout(leaving.current), []);
  useEscape(key !== null, () => {
    stay();
    setKey(null);
  });
  return {
    key,
    point: (pointed) => {
      stay();
      setKey(pointed);
    },
    leave: () => {
      stay();
      leaving.current = setTimeout(() => setKey(null), LEAVING_MS);
    },
  };
}
