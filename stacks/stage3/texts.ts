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
  compose_file: {
    note: {
      title: { en: "compose.yml, one file for both", es: "compose.yml, un archivo para los dos" },
    },
    look: {
      en: "One service, three times. Nothing in it says where it is to run: that is up to who is given it.",
      es: "Un servicio, tres veces. Nada en él dice dónde debe ejecutarse: eso depende de a quién se le da.",
    },
  },
  compose_up: {
    look: {
      en: "Compose gives the file to one engine: a network, and three containers that are called by the project, the service and a number.",
      es: "Compose da el archivo a un solo motor: una red, y tres contenedores que se llaman por el proyecto, el servicio y un número.",
    },
  },
  compose_containers: {
    look: {
      en: "All three are on this machine. Where it is switched off, all three are gone.",
      es: "Los tres están en esta máquina. Si se apaga, desaparecen los tres.",
    },
  },
  stack_deploy: {
    look: {
      en: "The same file, given to the swarm: a network over all of its nodes, and a service. Nobody is told of containers.",
      es: "El mismo archivo, dado al swarm: una red por todos sus nodos, y un servicio. De contenedores no se habla.",
    },
  },
  stack_tasks: {
    look: {
      en: "NODE is what Compose has no column for: the swarm chose a machine for each task, and chooses another where one is lost.",
      es: "NODE es la columna que Compose no tiene: el swarm eligió una máquina para cada tarea, y elige otra si se pierde una.",
    },
  },
  compose_against_swarm: {
    note: {
      title: { en: "Compose against swarm: what differs", es: "Compose frente a swarm: lo que cambia" },
      body: {
        en: "                docker compose up       docker stack deploy\nmakes           containers              a service, and that its tasks\nhere            three on this machine   three over the nodes\nnetwork         bridge, of one engine   overlay, of all nodes\nnames           PROJECT-SERVICE-N       STACK_SERVICE.N\nthe fourth      another deploy          docker service scale\none is lost     restart policy          a new task, anywhere",
        es: "                docker compose up       docker stack deploy\nhace            contenedores            un servicio, y este sus tareas\naquí            tres en esta máquina    tres entre los nodos\nred             bridge, de un motor     overlay, de todos los nodos\nnombres         PROYECTO-SERVICIO-N     STACK_SERVICIO.N\nel cuarto       otro deploy             docker service scale\nse pierde uno   política de reinicio    una tarea nueva, donde sea",
      },
    },
    look: {
      en: "Each line can be seen in the steps above. What of it do you need for an app that nobody but you uses?",
      es: "Cada línea se ve en los pasos de arriba. ¿Qué de esto te hace falta para una aplicación que solo usas tú?",
    },
  },
} as const satisfies StageTexts;
