import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../languages/text";
import { checkout } from "../../checkout";
import type { Stage } from "../../stages";
import { type Asset, asset, clientAssets } from "./assets";

/** What the page is told before anything else. */
export interface PageSettings {
  readonly language: Language;
  readonly hostShell: boolean;
  readonly stages: readonly Stage[];
}

/** Every file of the page by its name. */
export async function pageAssets(settings: PageSettings): Promise<ReadonlyMap<string, Asset>> {
  const own = [
    ["index.html", asset(".html", Buffer.from(html(settings)))],
    ["icon.svg", asset(".svg", Buffer.from(icon))],
  ] as const;
  return new Map([...(await clientAssets()), ...own, ...pictures()]);
}

/** Three nodes of a swarm. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="none" stroke="#3f9a56" stroke-width="1.6"><path d="M8 6v3M8 9H3.5v2M8 9h4.500v2"/><rect x="5.500" y="1.500" width="5" height="4" rx="1"/><rect x="1" y="11" width="5" height="4" rx="1"/><rect x="10" y="11" width="5" height="4" rx="1"/></g></svg>`;

/** Settings stand as data, which no policy keeps from being read, and no script is made of. */
const html = ({ language, hostShell, stages }: PageSettings): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>docker-stages</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="page.css">
<body data-host-shell="${hostShell}" data-stages="${stages.join(" ")}">
<div id="page"></div>
<noscript>JavaScript</noscript>
<script src="page.js"></script>
</html>
`;

function pictures(): [string, Asset][] {
  const folder = join(checkout, "docs/pictures");
  return readdirSync(folder).map((name) => [`pictures/${name}`, asset(".svg", readFileSync(join(folder, name)))]);
}
