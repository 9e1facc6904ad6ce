/** The name with its tag or digest, `latest` where it has neither; a colon before the last slash is a port's. */
export function withTag(name: string): string {
  const end = Math.max(name.lastIndexOf(":"), name.lastIndexOf("@"));
  return end > name.lastIndexOf("/") ? name : `${name}:latest`;
}
