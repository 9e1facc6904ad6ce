import { readFile, rm, writeFile } from "node:fs/promises";

/** What ./lab made of an engine's settings. */
export interface SettingsChange {
  /** URL of the mirror that was added. */
  readonly mirror: string;
  /** The file's text before; undefined where there was no file. */
  readonly before?: string;
  readonly after: string;
}

/** Beside the settings, for as long as they are changed. */
const noteOf = (settings: string) => `${settings}.docker-stages`;

/** Notes a change before it is made. What was before a change that is noted already is from before both. */
export async function noteChange(settings: string, change: SettingsChange): Promise<void> {
  const known = await tryReadChange(settings);
  const before = known?.after === change.before ? known?.before : change.before;
  await writeFile(noteOf(settings), JSON.stringify({ ...change, before }), { mode: 0o600 });
}

/** The change that is noted; undefined where there is none, or it was cut short. */
export async function tryReadChange(settings: string): Promise<SettingsChange | undefined> {
  try {
    return JSON.parse(await readFile(noteOf(settings), "utf8")) as SettingsChange;
  } catch {
    return undefined;
  }
}

export const forgetChange = (settings: string): Promise<void> => rm(noteOf(settings), { force: true });
