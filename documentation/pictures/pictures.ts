import { commit } from "./commit";
import { containers } from "./containers";
import { layers } from "./layers";
import { servicesOf } from "./services";
import { type Drawing, svg } from "./svg";
import { swarm } from "./swarm";
import { declaredBy } from "./synthesized";
import { tasks } from "./tasks";
import { votingApp } from "./voting-app";
import { type Language, words } from "./words";

/** Every picture of the guides by its path in the checkout, drawn from what the stages declare. @param checkout its folder */
export function pictures(checkout: string): ReadonlyMap<string, string> {
  const [stage1, stage2, stage3, stage4] = (["stage1", "stage2", "stage3", "stage4"] as const).map(declaredBy);
  const services = servicesOf(stage4!);
  const nodes = stage3!
    .all<{ readonly name: string; readonly hostname?: string }>("docker_container")
    .flatMap(({ name, hostname }) => (hostname === undefined ? [] : [name]));
  const drawn = (language: Language): Readonly<Record<string, Drawing>> => {
    const says = words[language];
    return {
      containers: containers(stage1!, says.containers),
      commit: commit(stage2!, says.commit),
      layers: layers(stage2!, says.layers, checkout),
      swarm: swarm(stage3!, says.swarm),
      tasks: tasks(services, nodes, says.tasks),
      "voting-app": votingApp(services, says.votingApp),
    };
  };
  return new Map(
    (["en", "es"] as const).flatMap((language) =>
      Object.entries(drawn(language)).map(([name, drawing]): [string, string] => [
        `docs/pictures/${name}${language === "en" ? "" : `.${language}`}.svg`,
        svg(drawing),
      ]),
    ),
  );
}
