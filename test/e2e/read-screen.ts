/** The first « 12 345,67 € » of a text, in cents. */
export function centsIn(text: string): number {
  const amount = /(\d[\d\s]*),(\d\d)\s*€/.exec(text);
  if (amount === null) throw new Error(`No amount in « ${text} »`);
  return Number(`${amount[1]?.replaceAll(/\s/g, "")}${amount[2]}`);
}
