import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readImage } from "../../../../constructs/compose/formats/image-reference";
import { compileText } from "../compile-text";
import type { Answer } from "../reference/ask";

/** What the Docker client makes of a service's image; `reference/record.ts` writes it down. */
const recorded: readonly ({ readonly text: string } & Answer)[] = JSON.parse(
  readFileSync(join(__dirname, "../reference/fixtures/images.json"), "utf8"),
);

test("names of images are given to the engine as the Docker client gives them, or are none where it has none", () => {
  const ours = recorded.map(({ text }) => ({ text, reads: readImage(text) }));
  expect(ours).toEqual(recorded.map(({ text, reads }) => ({ text, reads })));
});

test("a service has its image in familiar form, and its label has the file's", () => {
  const { TaskTemplate, Labels } = compileText("services: {web: {image: docker.io/library/alpine}}").services["web"]!
    .spec;
  expect(TaskTemplate.ContainerSpec.Image).toBe("alpine:latest");
  expect(Labels["com.docker.stack.image"]).toBe("docker.io/library/alpine");
});
