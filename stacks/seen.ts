import { said } from "../languages/said";

const list = (names: readonly string[]) => names.join(", ");

/** What was seen where a lesson does not hold. */
export const seen = {
  outcome: said(
    (code: number | null | undefined, output: string) =>
      `exit code ${code}, printed ${JSON.stringify(output.slice(0, 200))}`,
    (code, output) => `código de salida ${code}, imprimió ${JSON.stringify(output.slice(0, 200))}`,
  ),
  missing: said(
    (names: readonly string[], more: string) => `${list(names)} missing; ${more}`,
    (names, more) => `falta ${list(names)}; ${more}`,
  ),
  status: said(
    (status: string) => `it is ${status}`,
    (status) => `está ${status}`,
  ),
  noTerminal: said(
    "it has no terminal, or its standard input is closed",
    "no tiene terminal, o su entrada estándar está cerrada",
  ),
  shows: said(
    (text: string) => `its terminal shows ${text}`,
    (text) => `su terminal muestra ${text}`,
  ),
  otherImages: said(
    (one: string, other: string) => `their images differ: ${one} and ${other}`,
    (one, other) => `sus imágenes son distintas: ${one} y ${other}`,
  ),
  hasFile: said(
    (file: string) => `it has ${file}`,
    (file) => `tiene ${file}`,
  ),
  running: said(
    (running: number, all: number) => `${running} run of ${all}; 2 of 6 should`,
    (running, all) => `hay ${running} en marcha de ${all}; deberían ser 2 de 6`,
  ),
  layers: said(
    (own: number, base: number) => `${own} layers on ${base}`,
    (own, base) => `${own} capas sobre ${base}`,
  ),
  sharedLayers: said(
    (shared: number, all: number) => `${shared} of ${all} layers are the same`,
    (shared, all) => `${shared} de ${all} capas son las mismas`,
  ),
  nodeStates: said(
    (states: readonly (readonly [node: string, state: string])[]) =>
      states.map(([node, state]) => `${node} is ${state}`).join(", "),
    (states) => states.map(([node, state]) => `${node} está ${state}`).join(", "),
  ),
  nodes: said(
    (nodes: number, containers: number) => `${nodes} nodes, ${containers} containers`,
    (nodes, containers) => `${nodes} nodos, ${containers} contenedores`,
  ),
  leaders: said(
    (count: number) => `${count} nodes lead`,
    (count) => `dirigen ${count} nodos`,
  ),
  noWorker: said("the swarm has no worker", "el swarm no tiene ningún worker"),
  workerShowed: said(
    (node: string) => `${node} showed the nodes`,
    (node) => `${node} mostró los nodos`,
  ),
  tokens: said("they are missing, or the same", "faltan, o son el mismo"),
  noFixedAddress: said(
    (addresses: readonly string[]) => `${list(addresses)} is no fixed address of a node`,
    (addresses) => `${list(addresses)} no es la dirección fija de un nodo`,
  ),
  privileged: said(
    (container: string) => `${container} is privileged`,
    (container) => `${container} es privilegiado`,
  ),
  listens: said(
    (container: string, ports: readonly number[]) => `the engine in ${container} listens on ${ports.join(", ")}`,
    (container, ports) => `el motor de ${container} escucha en ${ports.join(", ")}`,
  ),
  services: said(
    (names: readonly string[]) => `they are ${list(names) || "none"}`,
    (names) => `son ${list(names) || "ninguno"}`,
  ),
  oneNode: said(
    (tasks: number) => `all ${tasks} of vote run on one node`,
    (tasks) => `las ${tasks} de vote están en un solo nodo`,
  ),
  networks: said(
    (service: string, networks: readonly string[]) => `${service} is on ${list(networks)}`,
    (service, networks) => `${service} está en ${list(networks)}`,
  ),
  notCounted: said(
    (seconds: number) => `it was taken and is not in the database after ${seconds} s`,
    (seconds) => `se recibió y no está en la base de datos después de ${seconds} s`,
  ),
} as const;
