import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reportedOfProject } from "../compile-project-text";
import { hostDocuments } from "./host-documents";

/** What `docker compose up` said of each document, nothing where it brought it up. `record.ts` there writes it down. */
const { failed } = JSON.parse(
  readFileSync(join(__dirname, "../../../e2e/sameness/projects/fixtures/failed.json"), "utf8"),
) as { readonly failed: Readonly<Record<string, string>> };

const variables = { PREFIX: "p", PORT_1: "8001", SUBNET_1: "10.8.8" };

test.each(hostDocuments)("$name: reported where `docker compose up` fails of it", ({ name, text, reported = "" }) => {
  expect(failed[name] === "").toBe(reported === "");
  const codes = reportedOfProject(text, { variables }).map((line) => line.split(" ")[0]);
  expect([...new Set(codes)]).toEqual(reported === "" ? [] : [reported]);
});
