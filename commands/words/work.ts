import { message } from "../../languages/message";
import { said } from "../../languages/said";

const list = (names: readonly string[]) => names.join(", ");

/** What ./lab says of deploying, destroying and looking. */
export const work = {
  starting: said("starting", "empezando"),
  lookingAtMachine: said("looking at the machine and its engine", "mirando la máquina y su motor"),
  lookingAt: said(
    (what: string) => `looking at ${what}`,
    (what) => `mirando ${what}`,
  ),
  readingStages: said("reading what the stages declare", "leyendo lo que declaran las etapas"),
  makingTerraformReady: said("making Terraform ready", "preparando Terraform"),
  lookingForLeftovers: said(
    "looking for what interrupted runs left",
    "buscando lo que dejaron ejecuciones interrumpidas",
  ),
  askingEngine: said("asking the engine", "preguntando al motor"),
  reading: said(
    (what: string) => `reading ${what}`,
    (what) => `leyendo ${what}`,
  ),
  containerOrService: said(
    (stage: string) => `container or service of ${stage}`,
    (stage) => `contenedor o servicio de ${stage}`,
  ),
  seeingToStandIns: said("seeing to stand-ins", "preparando los sustitutos"),
  nothingDeployed: said(
    (stages: readonly string[]) => `nothing of ${list(stages)} is deployed`,
    (stages) => `no hay nada desplegado de ${list(stages)}`,
  ),
  noStageToDiff: said(
    "no stage is deployed: `./lab diff stage1` shows what a deploy of it makes",
    "no hay ninguna etapa desplegada: `./lab diff stage1` muestra lo que crearía su despliegue",
  ),
  noStageToVerify: said(
    "no stage is deployed: `./lab deploy` does it",
    "no hay ninguna etapa desplegada: lo hace `./lab deploy`",
  ),
  nothingOnEngine: said("no stage has anything on the engine", "ninguna etapa tiene nada en el motor"),
  printedNothing: said(
    (name: string) => `${name} has printed nothing`,
    (name) => `${name} no ha imprimido nada`,
  ),
  somethingThere: { en: "something of it is on the engine", es: "hay algo de ella en el motor" },
  nothingThere: message(
    (stage: string) => `nothing is, and \`./lab deploy ${stage}\` puts it there`,
    (stage) => `no hay nada, y \`./lab deploy ${stage}\` lo pone`,
  ),
  stopping: said(
    (helps: string) => `stopping once what has begun is done (Ctrl-C again: at once); ${helps}`,
    (helps) => `parando en cuanto acabe lo que ha empezado (Ctrl-C otra vez: ahora mismo); ${helps}`,
  ),
  afterDeploy: said(
    (deploy: string, destroy: string) => `\`${deploy}\` goes on from here, \`${destroy}\` takes back what was made`,
    (deploy, destroy) => `\`${deploy}\` sigue desde aquí, \`${destroy}\` quita lo que se hizo`,
  ),
  afterDestroy: said(
    (destroy: string) => `\`${destroy}\` goes on from here`,
    (destroy) => `\`${destroy}\` sigue desde aquí`,
  ),
  afterDiff: said(
    (diff: string) => `nothing was changed: \`${diff}\` looks again`,
    (diff) => `no se cambió nada: \`${diff}\` vuelve a mirar`,
  ),
  onlyThere: said(
    (machine: string, tunnel: string) => `(on ${machine}, the engine's machine${tunnel})`,
    (machine, tunnel) => `(en ${machine}, la máquina del motor${tunnel})`,
  ),
  tunnel: said(
    (ssh: string) => `; from here, \`${ssh}\` makes them answer`,
    (ssh) => `; desde aquí, \`${ssh}\` hace que respondan`,
  ),
  noPauses: said("without a terminal there is no pause between the steps", "sin terminal no hay pausa entre los pasos"),
  nextStep: said("Enter: next step", "Intro: paso siguiente"),
  lastStep: said("Enter: end", "Intro: fin"),
  leave: said("Ctrl-C: leave", "Ctrl-C: salir"),
  makingPage: said("making the page", "preparando la página"),
  written: said(
    (file: string) => `${file} is written`,
    (file) => `${file} está escrito`,
  ),
  closingPage: said("ending what the page began", "terminando lo que empezó la página"),
  pageIsOpen: said(
    "the page is there for whoever has this address, on this machine, until Ctrl-C",
    "la página está ahí para quien tenga esta dirección, en esta máquina, hasta Ctrl-C",
  ),
  noManager: said(
    (containers: readonly string[]) => `none of ${list(containers)} answers as a manager of a swarm`,
    (containers) => `ninguno de ${list(containers)} responde como manager de un swarm`,
  ),
} as const;

/** Addresses of stages in a browser, by their names. */
export const addressNames: Readonly<Record<string, () => string>> = {
  Vote: said("Vote", "Votar"),
  Results: said("Results", "Resultados"),
};
