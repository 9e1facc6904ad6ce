/** `registry-mirrors` of a daemon.json. */
interface Settings {
  readonly "registry-mirrors"?: readonly unknown[];
}

/** The settings with the mirror first among `registry-mirrors`; everything else stays. @throws where `text` is not a JSON object */
export function withMirror(text: string, mirror: string): string {
  const settings = parse(text);
  return textOf({ ...settings, "registry-mirrors": [mirror, ...others(settings, mirror)] });
}

/** The settings without the mirror, the list that is left over included, be it empty. @throws where `text` is not a JSON object */
export function withoutMirror(text: string, mirror: string): string {
  const settings = parse(text);
  return textOf({ ...settings, "registry-mirrors": others(settings, mirror) });
}

/** The settings without the mirror, and without a list that held nothing else. @throws where `text` is not a JSON object */
export function clearedOf(text: string, mirror: string): string {
  const { "registry-mirrors": _, ...rest } = parse(text);
  return others(parse(text), mirror).length > 0 ? withoutMirror(text, mirror) : textOf(rest);
}

function parse(text: string): Settings {
  const settings: unknown = text.trim() === "" ? {} : JSON.parse(text);
  if (typeof settings !== "object" || settings === null || Array.isArray(settings))
    throw new SyntaxError("not a JSON object");
  return settings;
}

const textOf = (settings: object) => `${JSON.stringify(settings, undefined, 2)}\n`;

const others = ({ "registry-mirrors": mirrors }: Settings, mirror: string): unknown[] =>
  (Array.isArray(mirrors) ? mirrors : []).filter((other) => sameUrl(`${other}`) !== sameUrl(mirror));

/** Whether the settings name the mirror. @throws where `text` is not a JSON object */
export function hasMirror(text: string, mirror: string): boolean {
  const { "registry-mirrors": mirrors } = parse(text);
  return Array.isArray(mirrors) && mirrors.length > others({ "registry-mirrors": mirrors }, mirror).length;
}

/** dockerd ends each mirror's URL in a slash. */
export const sameUrl = (url: string) => url.replace(/\/$/, "");
