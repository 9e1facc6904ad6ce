/** How Terraform is told of a path of the machine that the app is synthesized on. */
export type PathOf = (absolute: string) => string;
