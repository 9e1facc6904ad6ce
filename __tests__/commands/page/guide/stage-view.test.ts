import { stageView } from "../../../../commands/page/guide/stage-view";
import { stageOf, stages } from "../../../../commands/stages";
import type { Lesson } from "../../../../stacks/lesson";

const lesson = (step?: string): Lesson => ({
  teaches: { en: "it runs", es: "está en marcha" },
  ...(step && { step }),
  check: async () => undefined,
});

const texts = {
  run: { look: { en: "the first", es: "el primero" } },
  remark: { look: { en: "read it", es: "léelo" }, note: { title: { en: "a remark", es: "una nota" } } },
};

const outputs = {
  step_02_remark: "a remark\nbody",
  step_01_run: "$ docker run hello\nHello\u001b[31m!\n",
  other: "no step",
};

const facts = {
  name: "stage1",
  texts,
  lessons: [lesson("run"), lesson()],
  checked: new Map(),
  isDeployed: true,
  isInSwarm: false,
  deployed: outputs,
  declared: {},
  addresses: [],
};

test("a step has its command, what it printed without what steers a terminal, what to look at and its lessons", () => {
  const { steps } = stageView(facts);
  expect(steps[0]).toEqual({
    key: "run",
    isCommand: true,
    head: { en: "docker run hello", es: "docker run hello" },
    output: { en: "Hello!", es: "Hello!" },
    look: texts.run.look,
    checks: [{ teaches: { en: "it runs", es: "está en marcha" }, holds: null, instead: null }],
  });
  expect(steps[1]).toMatchObject({ head: { en: "a remark", es: "una nota" }, output: { en: "body" } });
});

test("lessons that no step shows stand by themselves, and say what was seen", () => {
  const checked = new Map([[facts.lessons[1]!, { holds: false, instead: { en: "it ended", es: "terminó" } }]]);
  expect(stageView({ ...facts, checked }).checks).toMatchObject([
    { holds: false, instead: { en: "it ended", es: "terminó" } },
  ]);
});

test("of a stage that is not deployed its commands are shown, and nothing that they printed", () => {
  const declared = { step_01_run: "$ docker run hello\n${docker_container.hello.output}" };
  const { steps } = stageView({ ...facts, isDeployed: false, deployed: {}, declared });
  expect(steps).toMatchObject([{ head: { en: "docker run hello" }, output: null }]);
});

test.each(stages)("each lesson of %s that is of a step names one that is there", (stage) => {
  const known = Object.keys(stageOf(stage).texts());
  const named = stageOf(stage)
    .lessons()
    .flatMap(({ step }) => step ?? []);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((step) => !known.includes(step))).toEqual([]);
});
