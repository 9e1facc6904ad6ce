import { problems } from "../../../commands/problems/english";
import { spanish } from "../../../commands/problems/spanish";
import { decideIngress } from "../../../commands/setup/ingress";
import { headings, help } from "../../../commands/words/help";
import { leftovers, machine } from "../../../commands/words/machine";
import { progress } from "../../../commands/words/progress";
import { doctor, ingress, mirror, reasons } from "../../../commands/words/setup";
import { guardNames, tests } from "../../../commands/words/tests";
import { addressNames, work } from "../../../commands/words/work";
import { inWords, type Text } from "../../../languages/text";
import { words as offline } from "../../../offline/words";
import { leftovers as everyLeftover } from "../../../provider";
import { seen } from "../../../stacks/seen";

type Message = ((...facts: unknown[]) => string | Text) | Text;

afterEach(() => {
  process.env["LC_ALL"] = "C";
});

/** A message in both languages. Its facts are told apart by their order; one in a list is as good as one alone. */
function both(message: Message): readonly [string, string] {
  if (typeof message !== "function") return [message.en, message.es];
  const facts = [["ONE"], ["TWO"], ["THREE"], ["FOUR"]];
  return ["C", "es_ES.UTF-8"].map((language) => {
    process.env["LC_ALL"] = language;
    const told = message(...facts);
    return typeof told === "string" ? told : inWords(told);
  }) as [string, string];
}

/** What is the same in any language: commands, files, and the facts. */
const fixed = (text: string) =>
  [...(text.match(/`[^`]*`|\b(?:ONE|TWO|THREE|FOUR)\b|https?:\S+|--[a-z]+/g) ?? [])].sort();

const messages = Object.entries({
  ...{
    help,
    headings,
    machine,
    leftovers,
    progress,
    work,
    addressNames,
    doctor,
    ingress,
    mirror,
    reasons,
    tests,
    guardNames,
    offline,
    seen,
  },
}).flatMap(([of, all]) =>
  Object.entries(all as Record<string, Message>).map(([key, message]) => ({ of, key, message })),
);

test.each(messages)("$of.$key has the same commands and facts in both languages", ({ message }) => {
  const [en, es] = both(message);
  expect(fixed(es)).toEqual(fixed(en));
  expect(es).not.toMatch(/\busted\b|\bsu (?:máquina|motor) de usted\b/i);
});

test.each(["loaded", "loadable", "absent"] as const)("the reason to be kept of ip_vs %s is known", (ipVs) => {
  const kept = decideIngress({}, ipVs, false).ingressReason ?? "";
  expect(Object.keys(reasons)).toContain(kept);
  expect(decideIngress({ ingress: "mesh" }, ipVs, true).ingressReason).toBe(Object.keys(reasons).at(-1));
});

test("every message but these names differs between the languages, so that none was left behind", () => {
  const same = messages.filter(({ message }) => both(message)[0] === both(message)[1]).map(({ key }) => key);
  expect(same).toEqual(["node", "terraform", "kernel"]);
});

test("whatever kind of thing a killed run may leave has a name in Spanish", () => {
  process.env["LC_ALL"] = "es_ES.UTF-8";
  const kinds = everyLeftover.flatMap((leftover) => ("kind" in leftover ? [leftover.kind] : []));
  expect(leftovers.object("container", "web")).toBe("el contenedor web");
  expect(kinds).toContain("swarm");
  for (const kind of kinds) {
    expect(leftovers.object(kind, "x")).not.toContain("objeto");
    expect(leftovers.labelledMayBeLeft(kind, "", "", "")).not.toContain("objeto");
  }
});

/** Facts of any problem: whatever is asked of them is a text. */
const facts: object = new Proxy(
  {},
  {
    get: (_, name) =>
      ({
        taken: [{ port: 5000, lab: 5000, by: "BY" }],
        ...{ having: ["A"], known: ["A"], packages: ["A"], images: ["A"], failures: ["A"], stages: ["A"] },
        error: { code: "x", what: "WHAT", remedy: "" },
      })[String(name)] ?? String(name).toUpperCase(),
  },
);

test.each(Object.keys(problems) as (keyof typeof problems)[])("problem %s names the same in both languages", (code) => {
  const [en, es] = [problems, spanish].map((table) => {
    const { what, said, remedy, isApart } = (table[code] as (facts: object) => Record<string, string>)(facts);
    return { text: [what, remedy].join("\n"), said, isApart };
  });
  expect(fixed(es!.text)).toEqual(fixed(en!.text));
  expect([es!.said, es!.isApart]).toEqual([en!.said, en!.isApart]);
});
