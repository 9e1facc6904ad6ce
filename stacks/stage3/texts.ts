import type { StageTexts } from "../../constructs/lab-stage/step";

/** What is said of each step, in the order of the lab. */
export const texts = {
  swarm_init: {
    look: {
      en: "This engine founded a swarm and is its first manager. The command in its answer is what the other machines join with; the token is masked here, since whoever has it can join.",
      es: "Este motor fundó un swarm y es su primer manager. El comando de su respuesta es con el que se unen las demás máquinas; el token está oculto aquí, porque quien lo tiene puede unirse.",
    },
  },
  swarm_join: {
    look: {
      en: "The command of above, carried out on each of the other nodes. A token of managers would have made them managers.",
      es: "El comando de arriba, llevado a cabo en cada uno de los demás nodos. Un token de managers los habría hecho managers.",
    },
  },
  node_ls: {
    look: {
      en: "Every node is Ready and Active; Leader is the manager that decides. A worker would refuse to show this list.",
      es: "Todos los nodos están Ready y Active; Leader es el manager que decide. Un worker se negaría a mostrar esta lista.",
    },
  },
} as const satisfies StageTexts;
