import { walk } from "../../../build-context";
import { followedPaths } from "../../../provider/buildkit/followed-paths";
import { folderOf, removeFolders } from "../../build-context/folder";

afterAll(removeFolders);

const files = {
  "a.txt": "",
  "b/c": "",
  "b/d": "",
  link: { link: "b" },
  deep: { link: "link/c" },
  outside: { link: "../../../../a.txt" },
  absolute: { link: "/b/d" },
  round: { link: "round" },
  self: { link: "." },
};
const all = Object.keys(files);

const rows: { paths: string[]; sent: string[] }[] = [
  { paths: [], sent: all },
  { paths: ["."], sent: all },
  { paths: ["*.txt"], sent: all },
  { paths: ["a.txt"], sent: ["a.txt"] },
  { paths: ["/a.txt"], sent: ["a.txt"] },
  { paths: ["b"], sent: ["b/c", "b/d"] },
  { paths: ["a.txt", "b/c"], sent: ["a.txt", "b/c"] },
  { paths: ["link/c"], sent: ["b/c", "link"] },
  { paths: ["deep"], sent: ["b/c", "deep", "link"] },
  { paths: ["outside"], sent: ["a.txt", "outside"] },
  { paths: ["absolute"], sent: ["absolute", "b/d"] },
  { paths: ["round"], sent: ["round"] },
  { paths: ["self"], sent: all },
  { paths: ["absent"], sent: [] },
  { paths: ["a", "b.txt"], sent: all },
];
test.each(rows)("$paths brings $sent", ({ paths, sent }) => {
  const root = folderOf(files);
  const found = [...walk(root, followedPaths(root, paths))].filter(({ kind }) => kind !== "folder");
  expect(found.map(({ path }) => path).sort()).toEqual([...sent].sort());
});
