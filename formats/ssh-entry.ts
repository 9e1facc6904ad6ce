/** What steps may ask for signatures, under an id: an agent, or keys. */
export interface SshEntry {
  readonly id: string;
  /** Of an agent's socket, or of private keys. Without one it is this process's agent. */
  readonly paths: readonly string[];
}

const FORMS = "`default`, `ID=SOCKET` or `ID=KEYFILE[,KEYFILE]`";

/** As `docker build --ssh` has it. @throws TypeError where it does not read, with what is wrong */
export function parseSshEntry(text: string): SshEntry {
  const [, id, paths] = /^([\w.-]+)(?:=(.*))?$/s.exec(text) ?? [];
  const listed = paths === undefined ? [] : paths.split(",");
  if (id === undefined || listed.some((path) => path === ""))
    throw new TypeError(`${JSON.stringify(text)} is no ssh agent and no key; write ${FORMS}`);
  return { id, paths: listed };
}

/** What is wrong with them, if anything is. */
export function sshComplaint(texts: readonly string[]): string | undefined {
  try {
    const ids = texts.map((text) => parseSshEntry(text).id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    return twice === undefined ? undefined : `${JSON.stringify(twice)} is there twice; give each an id of its own`;
  } catch (error) {
    return (error as Error).message;
  }
}
