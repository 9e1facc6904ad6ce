import type { Text } from "../../../languages/text";
import type { Action, ObjectKind } from "../protocol";

/** What the page itself says. */
export const words = {
  guide: { en: "Guide", es: "Guía" },
  picture: { en: "Live picture", es: "Imagen en vivo" },
  wholeGuide: { en: "The guide of this stage, to read", es: "La guía de esta etapa, para leer" },
  stages: { en: "Stages", es: "Etapas" },
  steps: { en: "Steps", es: "Pasos" },
  language: { en: "Español", es: "English" },
  deployed: { en: "deployed", es: "desplegada" },
  notDeployed: { en: "not deployed", es: "sin desplegar" },
  lookAt: { en: "Look at", es: "Fíjate" },
  holds: { en: "holds", es: "se cumple" },
  doesNotHold: { en: "does not hold", es: "no se cumple" },
  notChecked: { en: "not checked yet", es: "sin comprobar" },
  alsoTaught: { en: "What else this stage teaches", es: "Qué más enseña esta etapa" },
  allLines: { en: "all lines", es: "todas las líneas" },
  printedNothing: { en: "(it prints nothing)", es: "(no imprime nada)" },
  notYet: {
    en: "What it prints is here once the stage is deployed.",
    es: "Lo que imprime estará aquí cuando la etapa esté desplegada.",
  },
  running: { en: "running", es: "en marcha" },
  elsewhere: { en: "in another terminal", es: "en otra terminal" },
  succeeded: { en: "done", es: "hecho" },
  failed: { en: "failed with exit code", es: "falló con código de salida" },
  ended: { en: "ended", es: "terminó" },
  stop: { en: "Stop", es: "Parar" },
  busy: { en: "Something is running already.", es: "Ya hay algo en marcha." },
  lost: {
    en: "The page's server does not answer; trying again.",
    es: "El servidor de la página no responde; lo intento otra vez.",
  },
  engine: { en: "This engine", es: "Este motor" },
  nothing: { en: "Nothing of the labs is here yet.", es: "Aún no hay nada de los laboratorios." },
  containersOf: { en: "containers of", es: "contenedores de" },
  layer: { en: "layer", es: "capa" },
  layers: { en: "layers", es: "capas" },
  networks: { en: "Networks", es: "Redes" },
  volumes: { en: "Volumes", es: "Volúmenes" },
  swarm: { en: "Swarm", es: "Swarm" },
  services: { en: "Services", es: "Servicios" },
  waitingTasks: { en: "waiting for a node", es: "esperando un nodo" },
  votes: { en: "Votes", es: "Votos" },
  cats: { en: "Cats", es: "Gatos" },
  dogs: { en: "Dogs", es: "Perros" },
  close: { en: "Close", es: "Cerrar" },
  openTerminal: { en: "Terminal", es: "Terminal" },
  hostShell: { en: "Shell of this machine", es: "Shell de esta máquina" },
  terminals: { en: "Terminals", es: "Terminales" },
  terminalEnded: { en: "ended", es: "terminado" },
  everything: { en: "Everything that inspect shows", es: "Todo lo que muestra inspect" },
  logs: { en: "Logs", es: "Registros" },
  gone: { en: "It is not there any more.", es: "Ya no está." },
  reading: { en: "Reading…", es: "Leyendo…" },
  seenAt: { en: "Seen at", es: "Visto el" },
} as const satisfies Readonly<Record<string, Text>>;

export const actionWords = {
  deploy: { en: "Deploy", es: "Desplegar" },
  diff: { en: "Diff", es: "Diferencias" },
  verify: { en: "Verify", es: "Comprobar" },
  destroy: { en: "Destroy", es: "Destruir" },
} as const satisfies Readonly<Record<Action, Text>>;

export const kindWords = {
  container: { en: "container", es: "contenedor" },
  image: { en: "image", es: "imagen" },
  network: { en: "network", es: "red" },
  volume: { en: "volume", es: "volumen" },
  node: { en: "node", es: "nodo" },
  service: { en: "service", es: "servicio" },
  task: { en: "task", es: "tarea" },
} as const satisfies Readonly<Record<ObjectKind, Text>>;

/** Addresses of stages in a browser, by their names. */
export const addressWords: Readonly<Record<string, Text>> = {
  Vote: { en: "Vote", es: "Votar" },
  Results: { en: "Results", es: "Resultados" },
};
