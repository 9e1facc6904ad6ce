import { installPackages, missingPackages } from "../../offline/build/apt";
import { LabProblem } from "../problem";
import { say } from "../terminal";
import { tests } from "../words/tests";

/** Programs that end-to-end tests run for real, beside the Debian packages that have them. */
const programs = {
  sshd: "openssh-server",
  ssh: "openssh-client",
  openssl: "openssl",
  chromium: "chromium",
  ip: "iproute2",
  pgrep: "procps",
};

/** Installs what of them is missing. @param wanted packages (values) by their programs (keys) */
export async function makeTestProgramsReady(
  options: { readonly install: boolean },
  wanted: Readonly<Record<string, string>> = programs,
): Promise<void> {
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  if (!options.install) throw LabProblem.of("test-packages-missing", { packages: missing });
  say(tests.installing(missing));
  await installPackages(missing);
}
