import { own } from "../../foreign/own";
import { said } from "../../languages/said";

/** What ./lab says of the machine, its engine, its images and its kernel. */
export const machine = {
  installingEngine: said(
    (url: string, packages: string) =>
      `no Docker engine answers at ${url}: installing ${packages} from the distribution's packages`,
    (url, packages) =>
      `ningún motor de Docker responde en ${url}: instalando ${packages} de los paquetes de la distribución`,
  ),
  startingUnit: said(
    "starting the Docker engine (systemctl start docker)",
    "arrancando el motor de Docker (systemctl start docker)",
  ),
  startingDockerd: said(
    (log: string) => `starting the Docker engine (dockerd; its log is ${log})`,
    (log) => `arrancando el motor de Docker (dockerd; su log es ${log})`,
  ),
  hubLimited: said(
    "Docker Hub answers that it has been asked too often (429): `docker login` raises its limit, waiting (up to 6 hours) lifts it, and a mirror in the engine's `registry-mirrors` goes around it; `./lab mirror on` has stand-ins built instead",
    "Docker Hub responde que se le ha preguntado demasiado (429): `docker login` sube su límite, esperar (hasta 6 horas) lo quita, y un espejo en `registry-mirrors` del motor lo evita; `./lab mirror on` hace construir sustitutos",
  ),
  hubFailing: said(
    "Docker Hub answers that it is out of service (503): wait and try again, or give the engine a mirror (`registry-mirrors`); `./lab mirror on` has stand-ins built instead",
    "Docker Hub responde que está fuera de servicio (503): espera e inténtalo de nuevo, o dale al motor un espejo (`registry-mirrors`); `./lab mirror on` hace construir sustitutos",
  ),
  hubUnreachable: said(
    "Docker Hub cannot be reached: serving stand-ins from a registry on this machine",
    "no hay acceso a Docker Hub: se sirven sustitutos desde un registro en esta máquina",
  ),
  hubSlow: said(
    (seconds: number) =>
      `Docker Hub does not answer: asking once more, for up to ${seconds} s, in case it is only slow`,
    (seconds) => `Docker Hub no responde: se le pregunta otra vez, hasta ${seconds} s, por si solo es lento`,
  ),
  loadedIpVs: said(
    "loaded the kernel's ip_vs, which the mesh of a swarm needs",
    "se cargó ip_vs del kernel, que la malla de un swarm necesita",
  ),
  askPersist: said(
    (file: string) => `Have it loaded at each boot (${file})? [y/N] `,
    (file) => `¿Cargarlo en cada arranque (${file})? [s/N] `,
  ),
  notPersisted: said(
    "after a reboot it is gone until ./lab loads it again; `./lab deploy --persist` has it loaded at each boot",
    "tras un reinicio no estará hasta que ./lab lo cargue otra vez; `./lab deploy --persist` hace que se cargue en cada arranque",
  ),
  persisted: said(
    (file: string) => `wrote ${file}: ip_vs is loaded at each boot, until the last stage with a swarm is destroyed`,
    (file) =>
      `se escribió ${file}: ip_vs se carga en cada arranque, hasta que se destruya la última etapa con un swarm`,
  ),
  forgotten: said(
    (file: string) => `removed ${file}: no stage with a swarm is left`,
    (file) => `se quitó ${file}: no queda ninguna etapa con un swarm`,
  ),
  notForgotten: said(
    (file: string) => `ip_vs is loaded at each boot until root removes ${file}`,
    (file) => `ip_vs se carga en cada arranque hasta que root quite ${file}`,
  ),
  restarting: said(
    (node: string) => `restarting ${node}: its engine began before the kernel had ip_vs`,
    (node) => `reiniciando ${node}: su motor empezó antes de que el kernel tuviera ip_vs`,
  ),
  waitingForTasks: said(
    "waiting for the swarm's tasks to run again",
    "esperando a que las tareas del swarm vuelvan a estar en marcha",
  ),
  tasksMissing: said(
    (seconds: number) => `some tasks do not run after ${seconds} s: \`./lab status stage4\` shows them`,
    (seconds) => `algunas tareas no están en marcha después de ${seconds} s: \`./lab status stage4\` las muestra`,
  ),
  portsSilent: said(
    (kernel: string, nodes: string) =>
      `the ports that the swarm publishes do not answer, since the kernel of ${kernel} has no ip_vs loaded: run \`modprobe ip_vs && docker restart ${nodes}\` there as root, or have HAProxy publish them (\`./lab ingress edge\`, then \`./lab deploy stage4\`)`,
    (kernel, nodes) =>
      `los puertos que publica el swarm no responden, porque el kernel de ${kernel} no tiene ip_vs cargado: ejecuta allí \`modprobe ip_vs && docker restart ${nodes}\` como root, o haz que los publique HAProxy (\`./lab ingress edge\`, y después \`./lab deploy stage4\`)`,
  ),
  thisMachine: said("this machine", "esta máquina"),
  container: said(
    (name: string) => `container ${name}`,
    (name) => `el contenedor ${name}`,
  ),
  anotherProgram: said("another program", "otro programa"),
} as const;

/** Kinds of what killed runs left, in Spanish. */
const kinds: Readonly<Record<string, string>> = {
  config: "la config",
  container: "el contenedor",
  image: "la imagen",
  network: "la red",
  plugin: "el plugin",
  secret: "el secreto",
  service: "el servicio",
  swarm: "el swarm",
  tag: "la etiqueta",
  volume: "el volumen",
};
const named = (kind: string): string => own(kinds, kind) ?? `el objeto (${kind})`;
const noun = (kind: string): string => named(kind).replace(/^\S+ /, "");

/** What ./lab says of what killed runs left. */
export const leftovers = {
  object: said(
    (kind: string, name: string) => `${kind} ${name}`,
    (kind, name) => `${named(kind)} ${name}`,
  ),
  stateRestored: said(
    (stage: string) => `the state of ${stage} was cut short by a killed run: put back as it was when that run began`,
    (stage) => `una ejecución interrumpida cortó el estado de ${stage}: se repuso como estaba cuando empezó`,
  ),
  stateLost: said(
    (stage: string) =>
      `the state of ${stage} was cut short by a killed run, and there is no copy of it: what its journal and its label tell of it is removed; images stay (\`docker image ls\`)`,
    (stage) =>
      `una ejecución interrumpida cortó el estado de ${stage}, y no hay copia: se quita lo que su diario y su etiqueta dicen de ella; las imágenes se quedan (\`docker image ls\`)`,
  ),
  unknownType: said(
    (what: string) => `what an interrupted run left as ${what} is of a type that this ./lab does not know`,
    (what) => `lo que una ejecución interrumpida dejó como ${what} es de un tipo que este ./lab no conoce`,
  ),
  mayBeLeft: said(
    (what: string, url: string, why: string) => `${what} of an interrupted run may be left at ${url}: ${why}`,
    (what, url, why) => `puede quedar ${what} de una ejecución interrumpida en ${url}: ${why}`,
  ),
  removingLeft: said(
    (what: string) => `removing ${what}, which an interrupted run left behind`,
    (what) => `quitando ${what}, que dejó una ejecución interrumpida`,
  ),
  removing: said(
    (what: string) => `removing ${what}`,
    (what) => `quitando ${what}`,
  ),
  labelledMayBeLeft: said(
    (kind: string, label: string, url: string, why: string) =>
      `a ${kind} with the label ${label} may be left at ${url}: ${why}`,
    (kind, label, url, why) => `puede quedar algo (${noun(kind)}) con la etiqueta ${label} en ${url}: ${why}`,
  ),
  service: said(
    (name: string) => `service ${name}, which an earlier deploy gave up on,`,
    (name) => `el servicio ${name}, al que un despliegue anterior dejó por imposible,`,
  ),
  notConverged: said(
    (what: string) => `${what} has not converged since: Terraform makes it anew`,
    (what) => `${what} no ha convergido desde entonces: Terraform lo crea de nuevo`,
  ),
  converged: said(
    (what: string, address: string) => `${what} has converged since and is kept: terraform untaint ${address}`,
    (what, address) => `${what} ha convergido desde entonces y se conserva: terraform untaint ${address}`,
  ),
  convergedYetNew: said(
    (what: string, why: string) => `${what} has converged since, but Terraform makes it anew: ${why}`,
    (what, why) => `${what} ha convergido desde entonces, pero Terraform lo crea de nuevo: ${why}`,
  ),
} as const;
