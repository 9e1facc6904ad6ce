/** `npm publish` of the checkout, which may be anything: the tarball of a release is what is published. */
console.error(
  "✗ a checkout is not published: make a release (`npm run release -- patch|minor|major|X.Y.Z`), then `npm publish` the tarball that it packed",
);
process.exitCode = 1;
