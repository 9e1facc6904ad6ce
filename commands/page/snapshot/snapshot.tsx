import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToString } from "preact-render-to-string";
import type { Language } from "../../../languages/text";
import type { Board } from "../board";
import { Guide } from "../view/guide";
import { Picture } from "../view/picture";
import { Reader } from "../view/reader";
import { words } from "../view/words";

/** What the page shows as one file that asks for nothing: no scripts, no styles, no pictures from elsewhere. */
export async function snapshotHtml(board: Board, language: Language, now: Date): Promise<string> {
  const styles = readFileSync(join(__dirname, "../client/page.css"), "utf8");
  const when = now.toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  const body = renderToString(
    <Reader.Provider value={language}>
      <header>
        <h1>docker-stages</h1>
        <span class="quiet">
          {words.seenAt[language]} {when}
        </span>
      </header>
      <section class="right" aria-label={words.picture[language]}>
        <Picture
          stages={board.get("stages")}
          engine={board.get("engine")}
          swarm={board.get("swarm")}
          votes={board.get("votes")}
          choose={undefined}
        />
      </section>
      <section class="left" aria-label={words.guide[language]}>
        {board.get("stages").map((stage) => (
          <Guide key={stage.name} stage={stage} isBusy={false} />
        ))}
      </section>
    </Reader.Provider>,
  );
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>docker-stages, ${when}</title>
<style>${styles}</style>
<body>${body}</body>
</html>
`;
}
