/** Shows how many votes each choice has, and keeps open pages up to date. */
import { languageOf } from "../service/language";
import { sendPage } from "../service/page";
import { serve } from "../service/serve";
import { watch } from "./audience";
import { resultPage } from "./page";
import { close, tally } from "./tally";

const text = { "Content-Type": "text/plain" };

serve(async (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://result");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { ...text, Allow: "GET, HEAD" }).end("GET the page\n");
  } else if (pathname === "/events") {
    watch(response);
  } else if (pathname === "/") {
    // The page says itself when the count does not answer.
    sendPage(
      response,
      200,
      resultPage(await tally().catch(() => ({ a: 0, b: 0 })), languageOf(request.headers["accept-language"])),
    );
  } else if (pathname === "/healthz") {
    const isOpen = await tally().then(
      () => true,
      () => false,
    );
    response.writeHead(isOpen ? 200 : 503, text).end(isOpen ? "ok\n" : "postgres does not answer\n");
  } else {
    response.writeHead(404, text).end("there is nothing here\n");
  }
}, close);
