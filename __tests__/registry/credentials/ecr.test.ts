import { passwordFor } from "../../../registry";

const password = "eyJwYXlsb2FkIjoi";
const token = `AWS:${password}`;
const ecr = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

test.each([
  { what: "a password of Amazon's command line", host: ecr, given: password, sent: password },
  { what: "a token of Amazon's API", host: ecr, given: Buffer.from(token).toString("base64"), sent: password },
  { what: "a token that was decoded", host: ecr, given: token, sent: password },
  { what: "a token for the public registry", host: "public.ecr.aws", given: token, sent: password },
  { what: "a token for the registry in China", host: `${ecr}.cn`, given: token, sent: password },
  { what: "the same text for another registry", host: "registry.example.com", given: token, sent: token },
  { what: "a text that only ends like Amazon's", host: "dkr.ecr.eu.amazonaws.com", given: token, sent: token },
])("$what: the registry is sent what it takes for a password", ({ host, given, sent }) => {
  expect(passwordFor(host, given)).toBe(sent);
});
