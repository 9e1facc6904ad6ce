import { type Platform, terraformPlatform } from "./platform";

/** @param source `HOST/NAMESPACE/TYPE` @returns `terraform-provider-TYPE` */
export const executableOf = (source: string): string =>
  `terraform-provider-${source.slice(source.lastIndexOf("/") + 1)}`;

/**
 * A provider's zip as Terraform looks for it in a folder of packed providers: `terraform-provider-TYPE_VERSION_OS_ARCH.zip`.
 *
 * @param platform @default - this machine's
 * Source: https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export const zipName = (
  { source, version }: { readonly source: string; readonly version: string },
  { os, arch }: Platform = terraformPlatform(),
): string => `${executableOf(source)}_${version}_${os}_${arch}.zip`;
