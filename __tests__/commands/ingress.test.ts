import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingress } from "../../commands/ingress";
import { whileAlone } from "../../commands/lock";

let folder: string;
let written: string;
const file = () => join(folder, "lab.json");
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "t-ingress-"));
  writeFileSync(file(), '{"ingress":"mesh"}');
  written = "";
  const write = (text: unknown) => {
    written += text;
    return true;
  };
  jest.spyOn(process.stdout, "write").mockImplementation(write);
  jest.spyOn(process.stderr, "write").mockImplementation(write);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const whileDeploying = (work: () => Promise<void>) => whileAlone("./lab deploy", work, join(folder, "cdktf.out"));

test("a choice is written down, and said", async () => {
  await ingress("edge", folder);
  expect(JSON.parse(readFileSync(file(), "utf8"))).toMatchObject({ ingress: "edge", ingressBy: "chosen" });
  expect(written).toBe("· ingress: edge (chosen, `./lab ingress edge`)\n");
});

test.each(["edge", "detect"] as const)("while another ./lab is at work, %s changes nothing", (action) =>
  whileDeploying(async () => {
    await expect(ingress(action, folder)).rejects.toMatchObject({ code: "lab-locked" });
    expect(readFileSync(file(), "utf8")).toBe('{"ingress":"mesh"}');
  }),
);

test("a look does not mind who is at work", () =>
  whileDeploying(async () => {
    await ingress("show", folder);
    expect(written).toBe("ingress: mesh (detected)\n");
  }));
