/** What a README begins with: a line that installs, a program, a line that deploys it. */
export interface Example {
  readonly install: string;
  readonly main: string;
  readonly deploy: string;
}

/** @param text of README.md */
export function exampleOf(text: string): Example {
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code]) => ({
    language,
    code: code!,
  }));
  const [install, main, deploy] = blocks;
  const languages = blocks.slice(0, 3).map(({ language }) => language);
  if (!install || !main || !deploy || languages.join() !== "sh,ts,sh")
    throw new Error(
      `README.md begins with ${languages.join(", ")}: it has to be what installs (sh), main.ts (ts), what deploys (sh)`,
    );
  return { install: install.code, main: main.code, deploy: deploy.code };
}
