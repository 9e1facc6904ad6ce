import { request } from "node:http";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { openBrowser } from "../../voting-app/browser";
import type { OwnCheckout, RunningLab } from "../own-checkout";

/** `./lab page` of a checkout, and a browser. */
export class ServedPage {
  private closing: Promise<number> | undefined;

  private constructor(
    readonly address: string,
    private readonly lab: RunningLab,
    private readonly browser: Awaited<ReturnType<typeof openBrowser>>,
  ) {}

  static async serve(
    checkout: OwnCheckout,
    args: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Promise<ServedPage> {
    const browser = await openBrowser();
    const lab = checkout.start(["page", "--no-open", ...args], env);
    const address = await lab.printed(/^(http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)$/m);
    return new ServedPage(address, lab, browser);
  }

  get origin(): string {
    return new URL(this.address).origin;
  }

  /** Opens it in a browser of its own, as whoever has its address. */
  async open(stage: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
    const page = await context.newPage();
    await page.goto(this.address);
    await page.goto(`${page.url().split("#")[0]}#${stage}`);
    await page.reload();
    return page;
  }

  /** A browser that was told nothing. */
  async stranger(): Promise<Page> {
    return (await this.browser.newContext()).newPage();
  }

  /** Ends it as Ctrl-C does, unless it was. @returns its exit code */
  close(): Promise<number> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<number> {
    await this.browser.close();
    this.lab.killGroup("SIGINT");
    return (await this.lab.ended).code;
  }
}

/** Opens a terminal in an object of the picture, and waits until keys go to it. */
export async function openTerminalIn(page: Page, kind: string, name: string): Promise<void> {
  await page.locator(`[data-kind=${kind}][data-name="${name}"]`).first().click();
  await terminalOpenedBy(page, page.locator(".details").getByRole("button", { name: "Terminal" }));
}

/** Waits for the terminal that a button opens: those that were open before stay, hidden. */
export async function terminalOpenedBy(page: Page, button: Locator): Promise<void> {
  const before = await page.locator(".pane").count();
  await button.click();
  await page.locator(".pane").nth(before).locator("textarea:focus").waitFor({ state: "attached" });
}

/** Status of a request with headers that no browser lets a page forge. */
export function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers })
      .on("response", (response) => {
        response.resume();
        resolve(response.statusCode!);
      })
      .on("upgrade", (_response, socket) => {
        socket.destroy();
        resolve(101);
      })
      .on("error", reject)
      .end();
  });
}
