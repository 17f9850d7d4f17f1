/** What other sites lay out for the picture of a page. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;
