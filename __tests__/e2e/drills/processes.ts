import { readdirSync, readFileSync } from "node:fs";

interface Process {
  readonly pid: number;
  readonly command: string;
}

/** The processes of a group, but for those that are dead and not waited for yet. Source: proc(5). */
export function processesOfGroup(group: number): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "latin1");
        const [state, , processGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        if (Number(processGroup) !== group || state === "Z") return [];
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, "latin1").replaceAll("\0", " ") }];
      } catch {
        return []; // ended meanwhile
      }
    });
}

export const isProvider = ({ command }: Process): boolean => command.includes("terraform-provider-docker");
