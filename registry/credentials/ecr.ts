const HOST = /^(?:public\.ecr\.aws|[^/.]+\.dkr\.ecr\.[^/.]+\.amazonaws\.com(?:\.cn)?)$/;
const USER = "AWS:";

/**
 * The password for a registry, whatever form of it stands there: Amazon's API gives `AWS:PASSWORD` in base64, its
 * command line the password alone (https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html).
 */
export function passwordFor(host: string, password: string): string {
  if (!HOST.test(host)) return password;
  const token = password.startsWith(USER) ? password : Buffer.from(password, "base64").toString();
  return token.startsWith(USER) ? token.slice(USER.length) : password;
}
