import type { Page } from "playwright-core";

/** Lets a file fall on the page, as from the desktop. */
export async function dropFile(
  page: Page,
  { name, content }: { name: string; content: Buffer },
): Promise<void> {
  await page.evaluate(
    ({ fileName, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], fileName));
      for (const type of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    },
    { fileName: name, bytes: [...content] },
  );
}
