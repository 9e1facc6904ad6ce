/** A project of somebody who has installed the package. */
export interface Consumer {
  readonly name: string;
  /** What it is, in a few words. */
  readonly title: string;
  /** Its package.json, beside what is installed. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** What is installed with the package, as `npm install` takes it. */
  readonly packages: readonly string[];
  /** Its files by path; the first is the one that is edited. */
  readonly files: Readonly<Record<string, string>>;
  /** Folder that its files lie in too, those above excepted. @default - none */
  readonly template?: string;
  /** What runs before the first deploy: type checks, tests. */
  readonly checks: readonly (readonly string[])[];
  /** What deploys and destroys it. */
  readonly cli: "cdktf" | "cdktn";
  /** The program that Terraform is. @default - Terraform */
  readonly terraform?: () => Promise<string>;
}
