import type { StageTexts } from "../../constructs/lab-stage/step";

/** What is said of each step, in the order of the lab. */
export const texts = {
  figlet_install: {
    look: {
      en: "What one types in the container: fetch the lists of packages, install figlet, draw a banner with it.",
      es: "Lo que se escribe dentro del contenedor: traer las listas de paquetes, instalar figlet y dibujar un letrero con él.",
    },
  },
  container_ls: {
    look: {
      en: "The container has ended and is still there, with all that it installed. Commands take its name, or its ID: `./lab status stage2` shows it.",
      es: "El contenedor ha terminado y sigue ahí, con todo lo que instaló. Los comandos aceptan su nombre o su ID: `./lab status stage2` lo muestra.",
    },
  },
  figlet_diff: {
    look: {
      en: "`A` was added, `C` changed. The lines about figlet are what we wanted; the others, counted by folder, are apt-get's own lists and caches, and folders that changed.",
      es: "`A` es añadido y `C` cambiado. Las líneas sobre figlet son lo que queríamos; las demás, contadas por carpeta, son listas y cachés del propio apt-get, y carpetas que cambiaron.",
    },
  },
  commit: {
    look: {
      en: "The container's changes became a layer of a new image. What is printed is the image's ID.",
      es: "Los cambios del contenedor se convirtieron en una capa de una imagen nueva. Lo que se imprime es el ID de la imagen.",
    },
  },
  image_ls_unnamed: {
    look: {
      en: "`<none>`: nobody gave the image a name yet. It can be used by its ID.",
      es: "`<none>`: nadie le ha dado todavía un nombre a la imagen. Se puede usar por su ID.",
    },
  },
  image_tag: {
    look: {
      en: "The same ID, now with a name.",
      es: "El mismo ID, ahora con un nombre.",
    },
  },
  ourfiglet: {
    look: {
      en: "A new container of our image has figlet: a friend who has the image needs nothing else.",
      es: "Un contenedor nuevo de nuestra imagen tiene figlet: a un amigo que tenga la imagen no le hace falta nada más.",
    },
  },
  ubuntu_figlet: {
    look: {
      en: "The engine's own words: in the image that ours was made of there is no figlet, so the container could not be started.",
      es: "Las palabras del propio motor: en la imagen de la que se hizo la nuestra no hay figlet, así que el contenedor no se pudo arrancar.",
    },
  },
  exit_code: {
    look: {
      en: "127 is what shells, and Docker, answer with where a command is not found.",
      es: "127 es lo que responden los shells, y Docker, cuando no se encuentra un comando.",
    },
  },
  figlet_build: {
    look: {
      en: "The same image from a Dockerfile of three lines: whoever reads it knows what is in the image, and can make it again.",
      es: "La misma imagen con un Dockerfile de tres líneas: quien lo lee sabe qué hay en la imagen, y puede volver a hacerla.",
    },
  },
  index_js: {
    look: {
      en: "The program that the next image is made for.",
      es: "El programa para el que se hace la siguiente imagen.",
    },
  },
  index_js_lines: {
    note: {
      title: { en: "index.js, line by line", es: "index.js, línea por línea" },
      body: {
        en: 'var os = require("os");\n    takes what Node.js knows of the operating system\nvar hostname = os.hostname();\n    asks it for the name of this machine\nconsole.log("hello from " + hostname);\n    prints the greeting: a container\'s name is the beginning of its ID',
        es: 'var os = require("os");\n    toma lo que Node.js sabe del sistema operativo\nvar hostname = os.hostname();\n    le pregunta el nombre de esta máquina\nconsole.log("hello from " + hostname);\n    imprime el saludo: el nombre de un contenedor es el comienzo de su ID',
      },
    },
    look: {
      en: "A container's host name is the beginning of its ID: that is how you will know which one said hello.",
      es: "El nombre de host de un contenedor es el comienzo de su ID: así sabrás cuál saludó.",
    },
  },
  dockerfile: {
    look: {
      en: "Five lines, each an instruction for the build.",
      es: "Cinco líneas, cada una es una instrucción para la construcción.",
    },
  },
  dockerfile_lines: {
    note: {
      title: { en: "Dockerfile, line by line", es: "Dockerfile, línea por línea" },
      body: {
        en: 'FROM alpine\n    the image that ours is built on\nRUN apk update && apk add nodejs\n    run in a container of it: fetches the lists of packages, installs Node.js\nCOPY . /app\n    copies the Dockerfile\'s folder, index.js included, into the image as /app\nWORKDIR /app\n    commands are run in that folder from here on\nCMD ["node","index.js"]\n    the command of a container of this image; the build does not run it',
        es: 'FROM alpine\n    la imagen sobre la que se construye la nuestra\nRUN apk update && apk add nodejs\n    en un contenedor de ella: trae las listas de paquetes e instala Node.js\nCOPY . /app\n    copia la carpeta del Dockerfile, con index.js, a la imagen como /app\nWORKDIR /app\n    desde aquí los comandos se ejecutan en esa carpeta\nCMD ["node","index.js"]\n    el comando de un contenedor de esta imagen; la construcción no lo ejecuta',
      },
    },
    look: {
      en: "Four of the five lines are steps of the build that follows. Which one is not, and when is it carried out?",
      es: "Cuatro de las cinco líneas son pasos de la construcción que sigue. ¿Cuál no lo es, y cuándo se lleva a cabo?",
    },
  },
  build_v1: {
    look: {
      en: "[1/4] to [4/4]: a step for each instruction but CMD, with the time that it took, and the image's ID.",
      es: "De [1/4] a [4/4]: un paso por cada instrucción menos CMD, con el tiempo que llevó, y el ID de la imagen.",
    },
  },
  run_v1: {
    look: {
      en: "CMD is carried out now: the name after `hello from` is the container's ID, as `./lab status stage2` has it.",
      es: "CMD se lleva a cabo ahora: el nombre tras `hello from` es el ID del contenedor, como lo muestra `./lab status stage2`.",
    },
  },
  history_v1: {
    look: {
      en: "What made the image, the last instruction first: those of our Dockerfile above, Alpine's own below.",
      es: "Lo que hizo la imagen, la última instrucción primero: arriba las de nuestro Dockerfile, abajo las de Alpine.",
    },
  },
  index_js_v2: {
    look: {
      en: "A line more. Must all be installed anew for that?",
      es: "Una línea más. ¿Hay que instalarlo todo otra vez por ella?",
    },
  },
  build_v2: {
    look: {
      en: "CACHED: the step that installs Node.js was taken from the build of v0.1 and took no time. Only COPY, and what comes after it, was done.",
      es: "CACHED: el paso que instala Node.js se tomó de la construcción de v0.1 y no llevó tiempo. Solo se hizo COPY, y lo que viene después.",
    },
  },
  run_v2: {
    look: {
      en: "The new line is there, from a container with another ID.",
      es: "Ahí está la línea nueva, desde un contenedor con otro ID.",
    },
  },
  history_v2: {
    look: {
      en: "The same instructions as of v0.1: what differs is what COPY copied.",
      es: "Las mismas instrucciones que en v0.1: lo que cambia es lo que copió COPY.",
    },
  },
  layers_alpine: {
    look: {
      en: "Alpine is one layer.",
      es: "Alpine es una sola capa.",
    },
  },
  layers_v1: {
    look: {
      en: "Four layers: Alpine's, then one each for RUN, COPY and WORKDIR. CMD is a setting and has none.",
      es: "Cuatro capas: la de Alpine y después una por RUN, COPY y WORKDIR. CMD es un ajuste y no tiene capa.",
    },
  },
  layers_v2: {
    look: {
      en: "Compare them with those above, one by one: which differ?",
      es: "Compáralas con las de arriba, una por una: ¿cuáles cambian?",
    },
  },
  layers_shared: {
    note: {
      title: {
        en: "the layers of v0.2 that v0.1 has too, in their order",
        es: "las capas de v0.2 que también tiene v0.1, en su orden",
      },
    },
    look: {
      en: "All but that of COPY. The last one, of WORKDIR, comes after COPY and is shared all the same: it changes no file, and an empty layer is the same everywhere.",
      es: "Todas menos la de COPY. La última, la de WORKDIR, viene después de COPY y se comparte de todos modos: no cambia ningún archivo, y una capa vacía es igual en todas partes.",
    },
  },
} as const satisfies StageTexts;
