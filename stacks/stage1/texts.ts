import type { StageTexts } from "../../constructs/lab-stage/step";

/** What is said of each step, in the order of the lab. */
export const texts = {
  hello_world: {
    look: {
      en: "The engine pulled the image where it did not have it, made a container of it, ran its one command and showed what that printed.",
      es: "El motor descargó la imagen si no la tenía, creó un contenedor a partir de ella, ejecutó su único comando y mostró lo que imprimió.",
    },
  },
  pull_alpine: {
    look: {
      en: "`pull` brings an image from the registry and runs nothing. The digest is what the name stood for at that moment.",
      es: "`pull` trae una imagen del registro y no ejecuta nada. El digest es aquello a lo que el nombre se refería en ese momento.",
    },
  },
  image_ls: {
    look: {
      en: "The images that the engine has now. Compare their sizes with that of an operating system.",
      es: "Las imágenes que el motor tiene ahora. Compara su tamaño con el de un sistema operativo.",
    },
  },
  alpine_ls: {
    look: {
      en: "These are the folders of Alpine, not of your machine: the command ran inside the container, which then ended.",
      es: "Estas son las carpetas de Alpine, no las de tu máquina: el comando se ejecutó dentro del contenedor, que después terminó.",
    },
  },
  alpine_sh: {
    look: {
      en: "Nothing was printed: without a terminal the shell reaches the end of its input at once, and ends with exit code 0.",
      es: "No se imprimió nada: sin terminal, el shell llega enseguida al fin de la entrada y termina con código de salida 0.",
    },
  },
  container_ls_before: {
    look: {
      en: "The list is empty, although three containers were run: `container ls` shows those that run, and all three have ended.",
      es: "La lista está vacía aunque se ejecutaron tres contenedores: `container ls` muestra los que están en marcha, y los tres han terminado.",
    },
  },
  alpine_interactive: {
    look: {
      en: "With -it the shell has a terminal and waits for you: the container stays up.",
      es: "Con -it el shell tiene una terminal y te espera: el contenedor sigue en marcha.",
    },
  },
  interactive_ls: {
    look: {
      en: "The same folders as before: another container of the same image.",
      es: "Las mismas carpetas que antes: es otro contenedor de la misma imagen.",
    },
  },
  isolation_writer: {
    look: {
      en: "A shell of its own, in which a file is written next.",
      es: "Otro shell, en el que se escribe un archivo a continuación.",
    },
  },
  isolation_write: {
    look: {
      en: "Nothing is printed: the text went into hello.txt, in the writable layer of this container.",
      es: "No se imprime nada: el texto fue a hello.txt, en la capa de escritura de este contenedor.",
    },
  },
  isolation_reader: {
    look: {
      en: "There is no hello.txt: a new container of the same image sees nothing of what another one wrote.",
      es: "No hay hello.txt: un contenedor nuevo de la misma imagen no ve nada de lo que otro escribió.",
    },
  },
  container_ls: {
    look: {
      en: "The list that was empty has the two shells now. `./lab status stage1` adds what changes by itself: ID and age.",
      es: "La lista que estaba vacía tiene ahora los dos shells. `./lab status stage1` añade lo que cambia por sí solo: el ID y la edad.",
    },
  },
  container_ls_all: {
    look: {
      en: "With -a those that have ended are there too, each with its exit code: every `run` made a container of its own.",
      es: "Con -a están también los que han terminado, cada uno con su código de salida: cada `run` creó un contenedor propio.",
    },
  },
  isolation_ls: {
    look: {
      en: "hello.txt is there, in the container that wrote it.",
      es: "hello.txt está ahí, en el contenedor que lo escribió.",
    },
  },
  stop_and_start: {
    note: {
      title: {
        en: "a stopped container, started again: for you to type",
        es: "un contenedor detenido, arrancado otra vez: para que lo escribas tú",
      },
      body: {
        en: "./lab status                  the ID of the container that wrote hello.txt\ndocker container stop ID      its shell ends\ndocker container ls           it is not there any more\ndocker container start ID     the same container again, with the same ID\ndocker container exec ID ls   hello.txt is there: its writable layer was kept",
        es: "./lab status                  el ID del contenedor que escribió hello.txt\ndocker container stop ID      su shell termina\ndocker container ls           ya no está ahí\ndocker container start ID     otra vez el mismo contenedor, con el mismo ID\ndocker container exec ID ls   ahí está hello.txt: se conservó su capa",
      },
    },
    look: {
      en: "No deploy stops a container, so this is for you to type in another terminal; `./lab verify stage1` does the same, and looks whether hello.txt was kept.",
      es: "Ningún despliegue detiene un contenedor, así que escríbelo tú en otra terminal; `./lab verify stage1` hace lo mismo, y mira si hello.txt se conservó.",
    },
  },
} as const satisfies StageTexts;
