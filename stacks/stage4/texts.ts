import type { StageTexts } from "../../constructs/lab-stage/step";

const service = (name: string) => ({
  en: `docker-stack.yml, service ${name}`,
  es: `docker-stack.yml, servicio ${name}`,
});

/** What is said of each step, in the order of the lab. */
export const texts = {
  compose_and_swarm: {
    note: {
      title: { en: "Compose and swarm, side by side", es: "Compose y swarm, lado a lado" },
      body: {
        en: "                         docker compose up      docker stack deploy\nruns on                  one machine            every node of the swarm\na container that ends    its restart policy     a new task, where there is room\na machine that is lost   all of it is lost      its tasks move to the others\nscaling                  on that one machine    over the nodes, behind one port\nimages                   built where it runs    pulled by each node\nmade for                 developing, testing    production",
        es: "                        docker compose up         docker stack deploy\nse ejecuta en           una máquina               todos los nodos del swarm\nun contenedor termina   su política de reinicio   una tarea nueva, donde quepa\nse pierde una máquina   se pierde todo            sus tareas pasan a las demás\nescalar                 en esa única máquina      entre los nodos, en un puerto\nimágenes                construidas ahí mismo     las descarga cada nodo\npensado para            desarrollar y probar      producción",
      },
    },
    look: {
      en: "Both read the same kind of file. Which line of the table matters most when a machine is switched off?",
      es: "Ambos leen el mismo tipo de archivo. ¿Qué línea de la tabla importa más cuando se apaga una máquina?",
    },
  },
  file_redis: {
    note: { title: service("redis") },
    look: {
      en: "Votes that are not counted yet: Redis writes each one to its volume, on the frontend network. The constraint keeps it on a manager, where the volume is.",
      es: "Los votos que aún no se han contado: Redis escribe cada uno en su volumen, en la red frontend. La restricción lo mantiene en un manager, donde está el volumen.",
    },
  },
  file_vote: {
    note: { title: service("vote") },
    look: {
      en: "The page with two buttons: port 5000 of the swarm leads to port 80 of its tasks, of which there are two.",
      es: "La página con dos botones: el puerto 5000 del swarm lleva al puerto 80 de sus tareas, que son dos.",
    },
  },
  file_db: {
    note: { title: service("db") },
    look: {
      en: "Postgres 15, with the credentials that worker and result use. The volume db-data keeps the votes where the task is replaced.",
      es: "Postgres 15, con las credenciales que usan worker y result. El volumen db-data conserva los votos cuando se reemplaza la tarea.",
    },
  },
  file_result: {
    note: { title: service("result") },
    look: {
      en: "The page of the results, at port 5001. It reads from db, so it is on the backend network alone.",
      es: "La página de los resultados, en el puerto 5001. Lee de db, así que está solo en la red backend.",
    },
  },
  file_worker: {
    note: { title: service("worker") },
    look: {
      en: "It moves votes from redis to db, so it is on both networks: the only one that is.",
      es: "Lleva los votos de redis a db, así que está en ambas redes: es el único.",
    },
  },
  stack_deploy: {
    look: {
      en: "First the networks, then the services on them; each name begins with the stack's.",
      es: "Primero las redes, después los servicios en ellas; cada nombre empieza por el del stack.",
    },
  },
  stack_ls: {
    look: {
      en: "voting_stack has five services: those of the file. Where the kernel lacks ip_vs, voting_edge stands beside it and publishes the ports.",
      es: "voting_stack tiene cinco servicios: los del archivo. Si el kernel no tiene ip_vs, a su lado está voting_edge, que publica los puertos.",
    },
  },
  stack_services: {
    look: {
      en: "How many tasks of each service run, of those that are wanted, and of which image.",
      es: "Cuántas tareas de cada servicio están en marcha, de las que se quieren, y de qué imagen.",
    },
  },
  ps_vote: {
    look: {
      en: "Two tasks, since the file asks for two; the swarm chose their nodes.",
      es: "Dos tareas, porque el archivo pide dos; el swarm eligió sus nodos.",
    },
  },
  ps_db: {
    look: {
      en: "One task: a service has one where the file does not say how many.",
      es: "Una tarea: un servicio tiene una si el archivo no dice cuántas.",
    },
  },
  stack_ps: {
    look: {
      en: "The tasks of all five services, and the node that each is on. `./lab status stage4` adds how old they are.",
      es: "Las tareas de los cinco servicios, y el nodo en que está cada una. `./lab status stage4` añade su edad.",
    },
  },
  stack_service_task: {
    note: {
      title: { en: "stack, service, task", es: "stack, servicio, tarea" },
      body: {
        en: "stack     the services that are deployed together and need each other\nservice   an image, how many tasks it has, its ports, networks and volumes\ntask      one container of a service, on the node that the swarm chose",
        es: "stack      los servicios que se despliegan juntos y se necesitan\nservicio   una imagen, cuántas tareas tiene, sus puertos, redes y volúmenes\ntarea      un contenedor de un servicio, en el nodo que eligió el swarm",
      },
    },
    look: {
      en: "Find each of the three in the tables above.",
      es: "Busca cada una de las tres en las tablas de arriba.",
    },
  },
  scale: {
    look: {
      en: "Change the number: `TF_VAR_vote_replicas=5 ./lab deploy stage4`, then `./lab status stage4`: the old tasks go on, the new ones are seconds old.",
      es: "Cambia el número: `TF_VAR_vote_replicas=5 ./lab deploy stage4`, y después `./lab status stage4`: las tareas viejas siguen y las nuevas tienen segundos.",
    },
  },
} as const satisfies StageTexts;
