import { instructionsOf, layerOf } from "../../../documentation/pictures/layers";

test("instructions are lines, without comments and empty ones", () => {
  expect(instructionsOf("# syntax\nFROM alpine\n\nCOPY . /app\n")).toEqual(["FROM alpine", "COPY . /app"]);
});

test.each([
  { instruction: "FROM alpine", layer: "shared" },
  { instruction: "RUN apk add nodejs", layer: "cached" },
  { instruction: "COPY . /app", layer: "own" },
  { instruction: "WORKDIR /app", layer: "empty" },
  { instruction: 'CMD ["node"]', layer: "settings" },
])("$instruction is $layer", ({ instruction, layer }) => {
  expect(layerOf(instruction)).toBe(layer);
});
