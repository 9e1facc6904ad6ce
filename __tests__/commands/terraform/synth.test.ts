import { appEnvironment } from "../../../commands/terraform/synth";

const app = "node main.ts";

test("the app has the context of cdktf.json, and none of Terraform's variables", () => {
  const own = { PATH: "/bin", TF_VAR_vote_replicas: "5", TF_LOG: "debug" };
  expect(appEnvironment({ app, context: { prefix: "try-" } }, own)).toEqual({
    PATH: "/bin",
    TF_LOG: "debug",
    CDKTF_OUTDIR: "cdktf.out",
    CDKTF_CONTEXT_JSON: '{"prefix":"try-"}',
  });
});

test("without a context there, the one of the environment stays", () => {
  const own = { CDKTF_CONTEXT_JSON: '{"prefix":"env-"}' };
  expect(appEnvironment({ app }, own)).toMatchObject(own);
});
