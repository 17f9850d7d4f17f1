import { crc32, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Picture } from "../../../server/pictures/paint.ts";
import { paint } from "../../../server/pictures/paint.ts";
import { writePng } from "../../../server/pictures/png.ts";
import { shapesOf } from "../../../server/pictures/shapes.ts";

const RED = [255, 0, 0] as const;

function pixelAt({ pixels, width }: Picture, x: number, y: number): number[] {
  return [...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

test("a shape covers its pixels, and half covers those at its edge", () => {
  const contours = [[1, 1, 3.5, 1, 3.5, 3, 1, 3]];
  const picture = paint([{ fill: RED, contours }], { width: 5, height: 4 });
  expect(pixelAt(picture, 0, 1)).toEqual([255, 255, 255]);
  expect(pixelAt(picture, 2, 2)).toEqual([255, 0, 0]);
  expect(pixelAt(picture, 3, 2)).toEqual([255, 128, 128]);
  expect(pixelAt(picture, 2, 3)).toEqual([255, 255, 255]);
});

test("a contour that turns the other way is a hole, one that turns alike is none", () => {
  const outer = [0, 0, 6, 0, 6, 6, 0, 6];
  const [alike, against] = [
    [2, 2, 4, 2, 4, 4, 2, 4],
    [2, 2, 2, 4, 4, 4, 4, 2],
  ];
  const size = { width: 6, height: 6 };
  expect(pixelAt(paint([{ fill: RED, contours: [outer, against] }], size), 3, 3)).toEqual([255, 255, 255]);
  expect(pixelAt(paint([{ fill: RED, contours: [outer, alike] }], size), 3, 3)).toEqual([255, 0, 0]);
});

test("glyphs are drawn where they are used, paths where their groups are moved", () => {
  const svg = `<svg><g transform="translate(10 20)"><path fill="#0b693e" d="M 0 0h 4 v 2 h -4 Z "/><path fill="none" stroke="#000000" d="M 0 0 L 9 9"/></g>
    <g transform="matrix(1 0 0 -1 5 50)"><use xlink:href="#gA" x="3" y="0" fill="#000000"/></g>
    <defs><symbol id="gA" overflow="visible"><path d="M 0 0m 1 1 l 2 0 c 0 2 0 2 0 2 Z"/></symbol></defs></svg>`;
  const [box, glyph, ...others] = shapesOf(svg);
  expect(others).toEqual([]);
  expect(box?.fill).toEqual([11, 105, 62]);
  expect(box?.contours).toEqual([[10, 20, 14, 20, 14, 22, 10, 22, 10, 20]]);
  expect(glyph?.contours.at(-1)?.slice(0, 4)).toEqual([9, 49, 11, 49]);
  expect(glyph?.contours.at(-1)?.slice(-4)).toEqual([11, 47, 9, 49]);
  expect(() => shapesOf(`<path fill="#000000" d="M 0 0 A 1 1 0 0 0 2 2"/>`)).toThrow("A path with A");
});

test("a picture is a PNG of its very pixels", () => {
  const pixels = Uint8Array.from({ length: 2 * 3 * 3 }, (_, index) => index * 7);
  const png = writePng({ width: 2, height: 3, pixels });
  const chunks: { type: string; content: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.push({ type: named.toString("latin1", 0, 4), content: named.subarray(4) });
    at += length + 12;
  }
  expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "IDAT", "IEND"]);
  expect([...(chunks[0]?.content ?? [])]).toEqual([0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0]);
  const rows = inflateSync(chunks[1]?.content ?? Buffer.alloc(0));
  expect([...rows]).toEqual([0, ...pixels.slice(0, 6), 0, ...pixels.slice(6, 12), 0, ...pixels.slice(12)]);
});
