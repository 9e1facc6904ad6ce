import { registryAuthHeader, registryConfigHeader } from "../../engine/registry-auth";

test("credentials go as base64 that is safe in URLs, padding included", () => {
  const auth = { username: "u~~", password: "¿?>", serveraddress: "r.example.com" };
  const { "X-Registry-Auth": header = "" } = registryAuthHeader(auth);
  expect(header).toMatch(/^[A-Za-z0-9_-]+=*$/);
  expect(header.length % 4).toBe(0);
  expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual(auth);
});

test("without credentials there is no header", () => {
  expect(registryAuthHeader(undefined)).toEqual({});
  expect(registryConfigHeader(undefined)).toEqual({});
});

test("a build is given the credentials of each registry", () => {
  const credentials = { "r.example.com": { username: "u", password: "p" } };
  const { "X-Registry-Config": header = "" } = registryConfigHeader(credentials);
  expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual(credentials);
});
