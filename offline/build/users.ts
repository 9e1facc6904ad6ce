import type { Tree } from "./archive";

/** root and one user of the image's own, with a group of the same name and number. */
export const usersTree = (name: string, id: number, home: string): Tree => ({
  "/etc/passwd": { text: `root:x:0:0:root:/root:/bin/sh\n${name}:x:${id}:${id}:${name}:${home}:/bin/sh\n` },
  "/etc/group": { text: `root:x:0:\n${name}:x:${id}:\n` },
  "/root": { folder: true, mode: 0o700 },
  "/tmp": { folder: true, mode: 0o1777 },
});
