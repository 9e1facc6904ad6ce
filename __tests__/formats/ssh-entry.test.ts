import { parseSshEntry, sshComplaint } from "../../formats/ssh-entry";

test.each([
  ["default", { id: "default", paths: [] }],
  ["default=/run/agent.sock", { id: "default", paths: ["/run/agent.sock"] }],
  ["a-1=~/.ssh/id,/b=c", { id: "a-1", paths: ["~/.ssh/id", "/b=c"] }],
])("%s", (text, entry) => {
  expect(parseSshEntry(text)).toEqual(entry);
  expect(sshComplaint([text])).toBeUndefined();
});

test.each([
  [["default="], "`ID=SOCKET`"],
  [["a b=/key"], "`ID=SOCKET`"],
  [["a=/key,"], "`ID=SOCKET`"],
  [[""], "`ID=SOCKET`"],
  [["a", "b", "a=/key"], '"a" is there twice'],
])("%j is refused", (texts, says) => {
  expect(sshComplaint(texts)).toContain(says);
});
