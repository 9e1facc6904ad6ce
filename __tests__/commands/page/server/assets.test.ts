import { clientAssets } from "../../../../commands/page/server/assets";

test("the client is a script and its styles, under 400 kB over the wire", async () => {
  const assets = await clientAssets();
  expect([...assets.keys()].sort()).toEqual(["page.css", "page.js"]);
  const sent = [...assets.values()].reduce((sum, { zipped }) => sum + zipped.length, 0);
  expect(sent).toBeLessThan(400_000);
  expect(sent).toBeGreaterThan(50_000);
});
