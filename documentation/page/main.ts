/**
 * Takes the pictures of the page that README shows, of the stages as they stand on this machine's engine, in both
 * languages and both schemes: `npm run page-pictures`, after `./lab deploy stage1 stage2 stage4`.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium } from "playwright-core";
import { languages } from "../../languages/text";
import { checkout } from "../pages";

const schemes = ["light", "dark"] as const;
const size = { width: 1440, height: 900 };
const executablePath = "/usr/bin/chromium";

/** Some votes, and the lessons checked: what a learner has after a while. */
async function prepare(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.goto(`${page.url()}#stage4`);
  await page.reload();
  const vote = await page.locator(".addresses a").first().getAttribute("href");
  for (const option of ["a", "a", "a", "b", "b"]) {
    const voter = await (await browser.newContext()).newPage();
    await voter.goto(vote!);
    await voter.locator(`button[value=${option}]`).click();
  }
  await page.locator(".buttons button").nth(2).click();
  await page.locator(".work.good").waitFor();
  await page.close();
}

async function takePictures(address: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  await prepare(browser, address);
  for (const language of languages)
    for (const colorScheme of schemes) {
      const context = await browser.newContext({ viewport: size, colorScheme });
      const page = await context.newPage();
      await page.addInitScript((chosen) => localStorage.setItem("docker-stages language", chosen), language);
      await page.goto(address);
      await page.goto(`${page.url()}#stage4`);
      await page.reload();
      await page.locator("[data-votes=a]").waitFor();
      await page.locator(".check.true").nth(4).waitFor();
      await page.locator("#ps_vote").scrollIntoViewIfNeeded();
      const name = [
        "page",
        ...(language === "en" ? [] : [language]),
        ...(colorScheme === "light" ? [] : [colorScheme]),
      ];
      await page.screenshot({ path: join(checkout, "docs/pictures", `${name.join(".")}.png`), animations: "disabled" });
      await context.close();
    }
  await browser.close();
}

async function main(): Promise<void> {
  const lab = spawn(join(checkout, "lab"), ["page", "--no-open"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    for await (const line of createInterface({ input: lab.stdout })) {
      if (!line.startsWith("http")) continue;
      await takePictures(line);
      break;
    }
  } finally {
    lab.kill("SIGINT");
  }
}

void main();
