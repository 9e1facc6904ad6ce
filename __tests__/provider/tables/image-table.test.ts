import { imageRows, imageTable } from "../../../provider/tables/image-table";

const digest = `sha256:${"0".repeat(64)}`;
const shown = { Id: `sha256:${"1".repeat(64)}`, Size: 84_000_000 };

test.each([
  {
    name: "a name, pulled",
    image: { RepoTags: ["alpine:3.20"], RepoDigests: [`alpine@${digest}`] },
    rows: [{ repository: "alpine", tag: "3.20", digest }],
  },
  {
    name: "a name and a digest among the tags, as the containerd store tells it",
    image: { RepoTags: ["h:5000/a:1", `h:5000/a@${digest}`], RepoDigests: [`h:5000/a@${digest}`] },
    rows: [{ repository: "h:5000/a", tag: "1", digest }],
  },
  {
    name: "a digest alone",
    image: { RepoTags: [], RepoDigests: [`h:5000/a@${digest}`] },
    rows: [{ repository: "h:5000/a", tag: "<none>", digest }],
  },
  {
    name: "a digest alone, among the tags",
    image: { RepoTags: [`h:5000/a@${digest}`], RepoDigests: [`h:5000/a@${digest}`] },
    rows: [{ repository: "h:5000/a", tag: "<none>", digest }],
  },
  {
    name: "no name, as the classic store tells it",
    image: { RepoTags: ["<none>:<none>"], RepoDigests: ["<none>@<none>"] },
    rows: [{ repository: "<none>", tag: "<none>", digest: "<none>" }],
  },
  {
    name: "no name, as the containerd store tells it",
    image: { RepoTags: [], RepoDigests: [] },
    rows: [{ repository: "<none>", tag: "<none>", digest: "<none>" }],
  },
])("$name", ({ image, rows }) => {
  expect(imageRows([{ ...shown, ...image }])).toEqual(rows.map((row) => ({ ...row, id: shown.Id, size: shown.Size })));
});

test("is laid out like `docker image ls`", () => {
  expect(imageTable(imageRows([{ ...shown, RepoTags: ["alpine:3.20", "b:1"] }]))).toBe(
    [
      "REPOSITORY   TAG    IMAGE ID       SIZE",
      "alpine       3.20   111111111111   84MB",
      "b            1      111111111111   84MB",
    ].join("\n"),
  );
});
