/** Text as people read it: no control character, no half of a character, no white space of layout. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .trim();
}

/** At most so many characters of a tidy text, none of them cut in half. */
export function clip(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, "");
}
