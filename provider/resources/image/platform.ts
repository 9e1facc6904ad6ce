import { own } from "../../../foreign/own";
/** The platform that an image is for, as the engine tells it. */
export interface ImagePlatform {
  readonly Os: string;
  readonly Architecture: string;
  readonly Variant?: string | null;
}

const SPELLINGS: Readonly<Record<string, string>> = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  armhf: "arm",
  i386: "386",
};
const ARCHITECTURES = new Set(["386", "amd64", "arm", "arm64", "loong64", "mips64le", "ppc64le", "riscv64", "s390x"]);
/** What is meant where an architecture has variants and none is named. */
const USUAL_VARIANTS: Readonly<Record<string, string>> = { arm: "v7", arm64: "v8" };

/**
 * Whether the image is for the platform `os[/arch[/variant]]`, or for an architecture named alone; what is not named
 * does not matter. Source: https://github.com/containerd/platforms
 */
export function isForPlatform(image: ImagePlatform, platform: string): boolean {
  const { os, architecture, variant } = parsePlatform(platform);
  if (os !== undefined && os !== image.Os) return false;
  if (architecture === undefined) return true;
  const usual = own(USUAL_VARIANTS, architecture);
  return architecture === image.Architecture && (variant ?? usual) === (image.Variant || usual);
}

/** `linux/arm64/v8` */
export const platformOf = ({ Os, Architecture, Variant }: ImagePlatform): string =>
  [Os, Architecture, Variant].filter(Boolean).join("/");

/** Platform as it is written, taken apart and in the names that images have. */
export function parsePlatform(platform: string): { os?: string; architecture?: string; variant?: string } {
  const [first = "", second, variant] = platform.toLowerCase().split("/");
  const alone = spelled(first);
  if (second === undefined) return ARCHITECTURES.has(alone) ? { architecture: alone } : { os: first };
  return { os: first, architecture: spelled(second), variant };
}

/** Whether two texts are one platform: `linux/aarch64` is `linux/arm64/v8`. */
export function isSamePlatform(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => {
    const { os, architecture, variant } = parsePlatform(text);
    return [os, architecture, variant ?? own(USUAL_VARIANTS, architecture ?? "")].join("/");
  });
  return left === right;
}

const spelled = (architecture: string): string => own(SPELLINGS, architecture) ?? architecture;
