import { said } from "../../languages/said";

const list = (names: readonly string[]) => names.join(", ");

/** What is shown of Terraform's work on a stage. */
export const progress = {
  starting: said("starting Terraform", "arrancando Terraform"),
  planning: said("planning", "planificando"),
  reading: said("reading", "leyendo"),
  ending: said("ending", "terminando"),
  share: said(
    (done: number, all: number) => `${done} of ${all}`,
    (done, all) => `${done} de ${all}`,
  ),
  tasks: said(
    (running: number, wanted: number) => `${running} of ${wanted} tasks`,
    (running, wanted) => `${running} de ${wanted} tareas`,
  ),
  more: said(
    (count: number) => `and ${count} more`,
    (count) => `y ${count} más`,
  ),
  waitsFor: said(
    (stages: readonly string[]) => `waits for ${list(stages)}`,
    (stages) => `espera a ${list(stages)}`,
  ),
  outside: said("(outside of Terraform)", "(fuera de Terraform)"),
  destroyed: said(
    (remove: number) => `${remove} destroyed`,
    (remove) => `${remove} destruidos`,
  ),
  applied: said(
    (add: number, change: number, remove: number) => `${add} added, ${change} changed, ${remove} destroyed`,
    (add, change, remove) => `${add} añadidos, ${change} cambiados, ${remove} destruidos`,
  ),
  planned: said(
    (add: number, change: number, remove: number) => `${add} to add, ${change} to change, ${remove} to destroy`,
    (add, change, remove) => `${add} por añadir, ${change} por cambiar, ${remove} por destruir`,
  ),
  unchanged: said("no changes", "sin cambios"),
  failed: said(
    (stage: string, why: string) => `${stage} failed: ${why}`,
    (stage, why) => `${stage} falló: ${why}`,
  ),
  somebody: said("somebody", "alguien"),
  someTime: said("some time", "hace un rato"),
  wordless: said("Terraform ended without a word", "Terraform terminó sin decir nada"),
  moreFailures: said(
    (count: number) => ` (and ${count} more, see above)`,
    (count) => ` (y ${count} más, mira arriba)`,
  ),
  notBegun: said(
    (stages: readonly string[]) => `${list(stages)}: not begun`,
    (stages) => `${list(stages)}: sin empezar`,
  ),
} as const;
