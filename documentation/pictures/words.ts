/** What pictures say beside names and commands, in the languages of the guides. */
export interface Words {
  readonly containers: {
    readonly title: string;
    readonly description: (images: string) => string;
    readonly image: string;
    readonly readOnly: string;
    readonly shared: string;
    readonly layer: string;
    readonly nothing: string;
    readonly runs: string;
    readonly ended: string;
  };
  readonly commit: {
    readonly title: string;
    readonly description: string;
    readonly image: string;
    readonly container: string;
    readonly written: string;
    readonly unnamed: string;
    readonly layers: string;
    readonly banner: string;
    readonly noProgram: string;
  };
  readonly layers: {
    readonly title: string;
    readonly description: string;
    readonly shared: string;
    readonly cached: string;
    readonly own: string;
    readonly empty: string;
    readonly settings: string;
  };
  readonly swarm: {
    readonly title: string;
    readonly description: string;
    readonly machine: string;
    readonly network: string;
    readonly roles: Readonly<Record<"leader" | "manager" | "worker", string>>;
    readonly engine: string;
    readonly registry: string;
    readonly registryOf: string;
    readonly ports: string;
    readonly joins: string;
  };
  readonly tasks: {
    readonly title: string;
    readonly description: string;
    readonly overlay: (name: string) => string;
    readonly volumes: string;
    readonly note: string;
  };
  readonly votingApp: {
    readonly title: string;
    readonly description: string;
    readonly network: (name: string) => string;
    readonly tasks: (count: number) => string;
    readonly volume: string;
    readonly votes: string;
    readonly results: string;
  };
}

export type Language = "en" | "es";

export const words: Readonly<Record<Language, Words>> = {
  en: {
    containers: {
      title: "One image, several containers",
      description: (images) =>
        `Stage 1: the containers that are made of each image (${images}), each with a writable layer of its own; only one of them holds hello.txt.`,
      image: "image",
      readOnly: "read-only",
      shared: "read-only, shared by all of them",
      layer: "writable layer",
      nothing: "nothing written",
      runs: "runs",
      ended: "has ended",
    },
    commit: {
      title: "An image from a container",
      description:
        "Stage 2: a container of ubuntu installs figlet, its writable layer becomes an image by commit, the image gets a name by tag, and a container of it prints the banner; a container of ubuntu itself has no figlet.",
      image: "image",
      container: "container",
      written: "what apt-get wrote",
      unnamed: "<none>",
      layers: "the layers of ubuntu",
      banner: "prints the banner",
      noProgram: "exit code 127: no figlet",
    },
    layers: {
      title: "The layers of v0.1 and v0.2",
      description:
        "Stage 2: both images are built by the same five instructions. They share every layer but that of COPY: what was copied differs.",
      shared: "shared",
      cached: "shared: CACHED in the second build",
      own: "its own: index.js differs",
      empty: "shared: an empty layer is the same everywhere",
      settings: "no layer: settings of the image",
    },
    swarm: {
      title: "A swarm whose nodes are containers",
      description:
        "Stage 3: on this machine's engine, a network with one container a node, each with a Docker engine inside, and a registry that they pull through. The first node is the leader; the others have joined it.",
      machine: "this machine's Docker engine",
      network: "network",
      roles: { leader: "manager, leader", manager: "manager", worker: "worker" },
      engine: "a Docker engine inside",
      registry: "registry",
      registryOf: "nodes pull through it, each image once",
      ports: "published here",
      joins: "join",
    },
    tasks: {
      title: "Nodes, networks and tasks",
      description:
        "Stage 4: the tasks of the voting app's services on the three nodes, and the two overlay networks that span them.",
      overlay: (name) => `overlay network ${name}`,
      volumes: "volume",
      note: "one way in which the swarm may place them: it spreads the tasks of a service",
    },
    votingApp: {
      title: "The voting app",
      description:
        "Stage 4: a vote goes from vote through redis, worker and db to result. frontend holds vote, redis and worker; backend holds worker, db and result.",
      network: (name) => `network ${name}`,
      tasks: (count) => (count === 1 ? "1 task" : `${count} tasks`),
      volume: "volume",
      votes: "votes",
      results: "results",
    },
  },
  es: {
    containers: {
      title: "Una imagen, varios contenedores",
      description: (images) =>
        `Etapa 1: los contenedores que se crean de cada imagen (${images}), cada uno con su propia capa de escritura; solo uno de ellos tiene hello.txt.`,
      image: "imagen",
      readOnly: "de solo lectura",
      shared: "de solo lectura, la comparten todos",
      layer: "capa de escritura",
      nothing: "nada escrito",
      runs: "en marcha",
      ended: "ha terminado",
    },
    commit: {
      title: "Una imagen a partir de un contenedor",
      description:
        "Etapa 2: un contenedor de ubuntu instala figlet, su capa de escritura se convierte en imagen con commit, la imagen recibe un nombre con tag y un contenedor de ella imprime el letrero; un contenedor de ubuntu no tiene figlet.",
      image: "imagen",
      container: "contenedor",
      written: "lo que escribió apt-get",
      unnamed: "<none>",
      layers: "las capas de ubuntu",
      banner: "imprime el letrero",
      noProgram: "código de salida 127: sin figlet",
    },
    layers: {
      title: "Las capas de v0.1 y v0.2",
      description:
        "Etapa 2: las dos imágenes se construyen con las mismas cinco instrucciones. Comparten todas las capas menos la de COPY: lo copiado es distinto.",
      shared: "compartida",
      cached: "compartida: CACHED en la segunda construcción",
      own: "propia: index.js es distinto",
      empty: "compartida: una capa vacía es igual en todas",
      settings: "sin capa: ajustes de la imagen",
    },
    swarm: {
      title: "Un swarm cuyos nodos son contenedores",
      description:
        "Etapa 3: en el motor de esta máquina, una red con un contenedor por nodo, cada uno con un motor de Docker dentro, y un registro del que descargan. El primer nodo es el líder; los demás se han unido a él.",
      machine: "el motor de Docker de esta máquina",
      network: "red",
      roles: { leader: "manager, líder", manager: "manager", worker: "worker" },
      engine: "un motor de Docker dentro",
      registry: "registro",
      registryOf: "los nodos descargan de él, cada imagen una vez",
      ports: "publicado aquí",
      joins: "join",
    },
    tasks: {
      title: "Nodos, redes y tareas",
      description:
        "Etapa 4: las tareas de los servicios de la aplicación de votación en los tres nodos, y las dos redes overlay que los abarcan.",
      overlay: (name) => `red overlay ${name}`,
      volumes: "volumen",
      note: "una de las formas en que el swarm puede repartirlas: distribuye las tareas de un servicio",
    },
    votingApp: {
      title: "La aplicación de votación",
      description:
        "Etapa 4: un voto va de vote, por redis, worker y db, hasta result. En frontend están vote, redis y worker; en backend, worker, db y result.",
      network: (name) => `red ${name}`,
      tasks: (count) => (count === 1 ? "1 tarea" : `${count} tareas`),
      volume: "volumen",
      votes: "votos",
      results: "resultados",
    },
  },
};
