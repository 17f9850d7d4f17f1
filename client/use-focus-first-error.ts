import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import type { FieldErrors } from "./form-issues.ts";

/** For a form: when fields are refused, the first of them takes the focus, so that it is seen and read aloud. */
export function useFocusFirstError(errors: FieldErrors): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  return form;
}
