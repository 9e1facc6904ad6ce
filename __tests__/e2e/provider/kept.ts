import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What others wrote: the provider and its copies. */
const OTHERS = new Set([".terraform", "terraform.d"]);

/** Every file that Terraform and the provider keep in a folder, by its path; of a saved plan, which is a zip, what is in it. */
export function keptIn(folder: string, below = ""): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const name of readdirSync(join(folder, below))) {
    if (OTHERS.has(name)) continue;
    const path = join(below, name);
    const whole = join(folder, path);
    if (statSync(whole).isDirectory()) for (const [inner, content] of keptIn(folder, path)) found.set(inner, content);
    else if (readFileSync(whole).subarray(0, 2).toString() === "PK")
      found.set(path, execFileSync("unzip", ["-p", whole], { maxBuffer: 2 ** 30 }));
    else found.set(path, readFileSync(whole));
  }
  return found;
}

/** A text as it may stand somewhere: plain, or in base64 wherever it begins in it. */
export function spellingsOf(text: string): string[] {
  const inBase64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString("base64");
    // The characters at both ends are made of what stands beside it, too.
    return encoded.slice(before === 0 ? 0 : before + 1, -4);
  });
  return [text, ...inBase64];
}
