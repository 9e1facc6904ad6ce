import { said } from "../../languages/said";

/** What `./lab --help` says. */
export const help = {
  lab: said(
    "The labs of Play with Docker, Stage I, deployed and destroyed as code.",
    "Los laboratorios de Play with Docker, Stage I, desplegados y destruidos como código.",
  ),
  version: said("print the version", "imprime la versión"),
  help: said("print what a command is for", "imprime para qué sirve un comando"),
  noInstall: said("say what is missing instead of setting it up", "dice lo que falta en vez de instalarlo"),
  verbose: said("show all that Terraform says", "muestra todo lo que dice Terraform"),
  deploy: said(
    "deploy stages (stage1), and show what each step printed",
    "despliega etapas (stage1) y muestra lo que imprimió cada paso",
  ),
  step: said(
    "show the steps one by one, with what to look at, and wait for Enter behind each",
    "muestra los pasos uno a uno, con lo que hay que mirar, y espera a Intro tras cada uno",
  ),
  persist: said(
    "have ip_vs, which a swarm's mesh needs, loaded at each boot",
    "hace cargar ip_vs, que la malla de un swarm necesita, en cada arranque",
  ),
  destroy: said(
    "destroy stages (all), and what an interrupted run left",
    "destruye etapas (todas), y lo que dejó una ejecución interrumpida",
  ),
  diff: said(
    "show what a deploy would change, and change nothing",
    "muestra lo que cambiaría un despliegue, y no cambia nada",
  ),
  verify: said("check the lab's lessons on the engine", "comprueba las lecciones del laboratorio en el motor"),
  json: said("for programs", "para programas"),
  status: said(
    "show what stages have on the engine, with state and age",
    "muestra lo que las etapas tienen en el motor, con su estado y su edad",
  ),
  open: said(
    "print where a stage is seen in a browser, and open it there",
    "imprime dónde se ve una etapa en un navegador, y la abre ahí",
  ),
  logs: said(
    "print what a stage's containers or services printed",
    "imprime lo que imprimieron los contenedores o servicios de una etapa",
  ),
  page: said(
    "show the labs in a browser: the guide, what it is about, and terminals",
    "muestra los laboratorios en un navegador: la guía, aquello de lo que habla, y terminales",
  ),
  pagePort: said("port of 127.0.0.1 (any that is free)", "puerto de 127.0.0.1 (uno cualquiera que esté libre)"),
  noOpen: said("print the address, and open no browser", "imprime la dirección y no abre ningún navegador"),
  hostShell: said(
    "let the page have a terminal of your own shell, too",
    "permite que la página tenga también una terminal de tu propio shell",
  ),
  snapshot: said(
    "write the page as it is into a file, for a report or a teacher",
    "escribe la página tal como está en un archivo, para un informe o un profesor",
  ),
  oneOfThem: said("one of them", "uno de ellos"),
  test: said(
    "run every check and test of this repository, or a part of them",
    "ejecuta todas las comprobaciones del repositorio, o una parte",
  ),
  mirror: said(
    "show where Docker Hub's images come from (show), serve stand-ins (on), undo that (off)",
    "muestra de dónde vienen las imágenes de Docker Hub (show), sirve sustitutos (on), lo deshace (off)",
  ),
  action: said("what to do", "qué hacer"),
  ingress: said(
    "show how a swarm's ports are published, or choose it: by Docker's mesh or by HAProxy (edge)",
    "muestra cómo se publican los puertos de un swarm, o lo elige: por la malla de Docker o por HAProxy (edge)",
  ),
  doctor: said(
    "look at what the lab needs, and say what helps",
    "mira lo que el laboratorio necesita, y dice qué ayuda",
  ),
  completion: said(
    "print a script that completes ./lab in a shell",
    "imprime un script que completa ./lab en un shell",
  ),
  ofWhich: said("of which", "de cuál"),
  portNumber: said("a port is a whole number from 1 to 65535", "un puerto es un número entero de 1 a 65535"),
  wholeNumber: said(
    "a whole number below 1,000,000,000 is wanted",
    "se espera un número entero menor que 1.000.000.000",
  ),
  after: said(
    `
Examples:
  ./lab deploy stage1          reproduce the first lab, and show what each step printed
  ./lab deploy stage1 --step   the same, step by step, each with what to look at
  ./lab diff stage1            what would change
  ./lab deploy stage4          the voting app, and the swarm that it stands on
  ./lab open stage4            see it in a browser
  ./lab logs stage4 vote       what its service vote printed
  ./lab destroy                take back everything

Exit codes: 0 done, 1 failed, 2 not a command of ./lab, 130 interrupted.`,
    `
Ejemplos:
  ./lab deploy stage1          reproduce el primer laboratorio, y muestra lo que imprimió cada paso
  ./lab deploy stage1 --step   lo mismo, paso a paso, cada uno con lo que hay que mirar
  ./lab diff stage1            qué cambiaría
  ./lab deploy stage4          la aplicación de votación, y el swarm sobre el que está
  ./lab open stage4            verla en un navegador
  ./lab logs stage4 vote       lo que imprimió su servicio vote
  ./lab destroy                quitarlo todo

Códigos de salida: 0 hecho, 1 falló, 2 no es un comando de ./lab, 130 interrumpido.`,
  ),
} as const;

/** The headings that commander gives to parts of a command's help. */
export const headings: Readonly<Record<string, () => string>> = {
  "Usage:": said("Usage:", "Uso:"),
  "Arguments:": said("Arguments:", "Argumentos:"),
  "Options:": said("Options:", "Opciones:"),
  "Commands:": said("Commands:", "Comandos:"),
};
