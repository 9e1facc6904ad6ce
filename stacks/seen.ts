import { message } from "../languages/message";
import type { Text } from "../languages/text";

const list = (names: readonly string[]) => names.join(", ");

/** What was seen where a lesson does not hold. */
export const seen = {
  outcome: message(
    (code: number | null | undefined, output: string) =>
      `exit code ${code}, printed ${JSON.stringify(output.slice(0, 200))}`,
    (code, output) => `código de salida ${code}, imprimió ${JSON.stringify(output.slice(0, 200))}`,
  ),
  missing: message(
    (names: readonly string[], more: Text) => `${list(names)} missing; ${more.en}`,
    (names, more) => `falta ${list(names)}; ${more.es}`,
  ),
  status: message(
    (status: string) => `it is ${status}`,
    (status) => `está ${status}`,
  ),
  noTerminal: message(
    "it has no terminal, or its standard input is closed",
    "no tiene terminal, o su entrada estándar está cerrada",
  ),
  shows: message(
    (text: string) => `its terminal shows ${text}`,
    (text) => `su terminal muestra ${text}`,
  ),
  otherImages: message(
    (one: string, other: string) => `their images differ: ${one} and ${other}`,
    (one, other) => `sus imágenes son distintas: ${one} y ${other}`,
  ),
  hasFile: message(
    (file: string) => `it has ${file}`,
    (file) => `tiene ${file}`,
  ),
  running: message(
    (running: number, all: number) => `${running} run of ${all}; 2 of 6 should`,
    (running, all) => `hay ${running} en marcha de ${all}; deberían ser 2 de 6`,
  ),
  layers: message(
    (own: number, base: number) => `${own} layers on ${base}`,
    (own, base) => `${own} capas sobre ${base}`,
  ),
  sharedLayers: message(
    (shared: number, all: number) => `${shared} of ${all} layers are the same`,
    (shared, all) => `${shared} de ${all} capas son las mismas`,
  ),
  nodeStates: message(
    (states: readonly (readonly [node: string, state: string])[]) =>
      states.map(([node, state]) => `${node} is ${state}`).join(", "),
    (states) => states.map(([node, state]) => `${node} está ${state}`).join(", "),
  ),
  nodes: message(
    (nodes: number, containers: number) => `${nodes} nodes, ${containers} containers`,
    (nodes, containers) => `${nodes} nodos, ${containers} contenedores`,
  ),
  leaders: message(
    (count: number) => `${count} nodes lead`,
    (count) => `dirigen ${count} nodos`,
  ),
  noWorker: message("the swarm has no worker", "el swarm no tiene ningún worker"),
  workerShowed: message(
    (node: string) => `${node} showed the nodes`,
    (node) => `${node} mostró los nodos`,
  ),
  tokens: message("they are missing, or the same", "faltan, o son el mismo"),
  noFixedAddress: message(
    (addresses: readonly string[]) => `${list(addresses)} is no fixed address of a node`,
    (addresses) => `${list(addresses)} no es la dirección fija de un nodo`,
  ),
  privileged: message(
    (container: string) => `${container} is privileged`,
    (container) => `${container} es privilegiado`,
  ),
  listens: message(
    (container: string, ports: readonly number[]) => `the engine in ${container} listens on ${ports.join(", ")}`,
    (container, ports) => `el motor de ${container} escucha en ${ports.join(", ")}`,
  ),
  services: message(
    (names: readonly string[]) => `they are ${list(names) || "none"}`,
    (names) => `son ${list(names) || "ninguno"}`,
  ),
  oneNode: message(
    (tasks: number) => `all ${tasks} of vote run on one node`,
    (tasks) => `las ${tasks} de vote están en un solo nodo`,
  ),
  clocks: message(
    (running: number, all: number) => `${running} of ${all} run`,
    (running, all) => `hay ${running} de ${all} en marcha`,
  ),
  clocksStopped: message(
    (stopped: number, all: number) =>
      `${stopped} of ${all} are stopped: the file has no \`restart\`, so that no engine starts them again; \`./lab deploy stage3\` does`,
    (stopped, all) =>
      `hay ${stopped} de ${all} parados: el archivo no tiene \`restart\`, así que ningún motor los vuelve a arrancar; \`./lab deploy stage3\` sí`,
  ),
  clocksOnOneNode: message(
    (tasks: number) => `all ${tasks} run on one node`,
    (tasks) => `las ${tasks} están en un solo nodo`,
  ),
  networks: message(
    (service: string, networks: readonly string[]) => `${service} is on ${list(networks)}`,
    (service, networks) => `${service} está en ${list(networks)}`,
  ),
  notCounted: message(
    (seconds: number) => `it was taken and is not in the database after ${seconds} s`,
    (seconds) => `se recibió y no está en la base de datos después de ${seconds} s`,
  ),
  answered: message(
    (url: string, status: number | string) => `${url} answered ${status}`,
    (url, status) => `${url} respondió ${status}`,
  ),
  silent: message(
    (url: string, why: string) => `${url} does not answer: ${why || "nothing came"}`,
    (url, why) => `${url} no responde: ${why || "no llegó nada"}`,
  ),
} as const;
