import { checkPty } from "../../../commands/setup/pty";

test("the library is built for the Node that runs this", () => {
  expect(checkPty).not.toThrow();
});

test("one that does not load is told with its reason, the platform and what helps", () => {
  jest.doMock("@cdktf/node-pty-prebuilt-multiarch", () => {
    throw new Error("no native module\nRequire stack: …");
  });
  const { node } = process.versions;
  expect(checkPty).toThrow(
    new RegExp(
      `does not load under Node ${node} on ${process.platform}-${process.arch} \\(no native module\\): .* run \`npm ci\``,
    ),
  );
});
