import { describe, expect, test } from "vitest";
import { labelsWithRoom } from "../../../client/map/label-room.ts";
import {
  addressOf,
  centredOn,
  moved,
  pointOf,
  shownAt,
  WHOLE,
  wholeAt,
  zoomed,
} from "../../../client/map/map-view.ts";
import { projectMap } from "../../../client/map/projection.ts";
import { MOST_ZOOM, validateMapSearch } from "../../../client/map/search.ts";

const SIZE = { width: 600, height: 400 };

describe("a nearer look at the map", () => {
  test("leaves what is under the pointer where it is", () => {
    const under = wholeAt(WHOLE, [450, 100]);
    const near = zoomed(zoomed(WHOLE, 2, SIZE, [450, 100]), 1.5, SIZE, [450, 100]);
    expect(near.zoom).toBe(3);
    const [x, y] = shownAt(near, under);
    expect([x, y].map(Math.round)).toEqual([450, 100]);
  });

  test("never shows what is beside the map, nor goes farther than all of it or nearer than the most", () => {
    expect(moved(zoomed(WHOLE, 2, SIZE), [9_999, -9_999], SIZE)).toEqual({ zoom: 2, x: 0, y: -400 });
    expect(zoomed(moved(zoomed(WHOLE, 4, SIZE), [-300, 50], SIZE), 0.1, SIZE)).toEqual(WHOLE);
    expect(moved(WHOLE, [40, 40], SIZE)).toEqual(WHOLE);
    expect(zoomed(WHOLE, 1_000, SIZE).zoom).toBe(MOST_ZOOM);
    expect(centredOn([0, 0], 4, SIZE)).toEqual({ zoom: 4, x: 0, y: 0 });
  });

  test("is in the address, to some ten metres, and the whole map is in none", () => {
    const middle = { latE6: 50_431_234, lngE6: -2_834_567 };
    const address = addressOf(2.5601, middle);
    expect(address).toEqual({ zoom: 2.56, at: "50.4312,-2.8346" });
    expect(pointOf(address ?? {})).toEqual({ latE6: 50_431_200, lngE6: -2_834_600 });
    expect(validateMapSearch({ ...address })).toEqual(address);
    expect(addressOf(1, middle)).toBeNull();
  });

  test.each([
    { zoom: 2 },
    { at: "50.4,2.8" },
    { zoom: 2, at: "here" },
    { zoom: 1, at: "50.4,2.8" },
    { zoom: MOST_ZOOM + 1, at: "50.4,2.8" },
    { zoom: "2", at: "50.4,2.8" },
  ])("an address that makes no sense shows all: %o", (search) => {
    expect(validateMapSearch(search)).toEqual({});
  });

  test("a pixel of the map is the point that is drawn there", () => {
    const points = [
      { latE6: 50_000_000, lngE6: 2_000_000 },
      { latE6: 51_000_000, lngE6: 3_000_000 },
    ];
    const projection = projectMap({ approximate: false, topologies: [] }, points, SIZE);
    const between = { latE6: 50_431_200, lngE6: 2_834_600 };
    expect(projection.pointAt(projection.place(between))).toEqual(between);
  });
});

describe("names on the map", () => {
  const spot = (key: string, x: number, y: number) => ({ key, x, y, radius: 10, name: "Collège" });

  test("are written beside their circles, on the side that has room", () => {
    expect(labelsWithRoom([spot("a", 100, 100), spot("b", 590, 200)], SIZE)).toEqual([
      { key: "a", name: "Collège", x: 116, y: 100, anchor: "start" },
      { key: "b", name: "Collège", x: 574, y: 200, anchor: "end" },
    ]);
  });

  test("are left out over a circle or another name; the first circle has the choice", () => {
    const crowd = [spot("first", 300, 100), spot("on its right", 340, 100), spot("on its left", 260, 100)];
    expect(labelsWithRoom(crowd, SIZE).map(({ key }) => key)).toEqual(["on its right", "on its left"]);
    const above = [spot("first", 300, 100), spot("just below", 300, 110)];
    expect(labelsWithRoom(above, SIZE).map(({ key, anchor }) => `${key} ${anchor}`)).toEqual([
      "first start",
      "just below end",
    ]);
  });
});
