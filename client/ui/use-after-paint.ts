import { startTransition, useEffect, useState } from "react";

/**
 * The value as the last frame left it: what follows from a key is drawn once the key itself is seen. `first`: what
 * stands there before any frame.
 */
export function useAfterPaint<Value>(value: Value, first = value): Value {
  const [shown, setShown] = useState(() => first);
  useEffect(() => {
    if (Object.is(shown, value)) return;
    let painted: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      painted = setTimeout(() => startTransition(() => setShown(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(painted);
    };
  }, [value, shown]);
  return shown;
}
