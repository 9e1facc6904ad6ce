import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("data.docker_logs");

export const logs: readonly Difference[] = [
  ...rows("meaning", ["discard_headers"], "lines never have stream headers"),
  ...rows("meaning", ["tail"], "a text that is no number of lines is refused; there it means all of them"),
];
