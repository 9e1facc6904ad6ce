import { taintedServices } from "../../commands/tainted";

const attributes = { id: "s1", name: "web", engine: "container://node1" };
const service = (instance: object, more: object = {}) => ({
  mode: "managed",
  type: "docker_service",
  name: "web",
  instances: [{ status: "tainted", attributes, ...instance }],
  ...more,
});
const found = { address: "docker_service.web", id: "s1", name: "web", engine: "container://node1" };

test.each([
  { name: "a tainted service", resource: service({}), services: [found] },
  {
    name: "one of several, in a module",
    resource: service({ index_key: "a" }, { module: "module.shop" }),
    services: [{ ...found, address: 'module.shop.docker_service.web["a"]' }],
  },
  {
    name: "one by number",
    resource: service({ index_key: 0 }),
    services: [{ ...found, address: "docker_service.web[0]" }],
  },
  {
    name: "one on the provider's own engine",
    resource: service({ attributes: { ...attributes, engine: null } }),
    services: [{ ...found, engine: undefined }],
  },
  { name: "a sound service", resource: service({ status: undefined }), services: [] },
  { name: "one whose replacement is there", resource: service({ deposed: "0a1b2c3d" }), services: [] },
  { name: "a tainted container", resource: service({}, { type: "docker_container" }), services: [] },
  { name: "data of a service", resource: service({}, { mode: "data" }), services: [] },
])("$name: $services.length found", ({ resource, services }) => {
  expect(taintedServices(JSON.stringify({ version: 4, resources: [resource] }))).toEqual(services);
});

test.each(["", "{", "null", "{}"])("a state that reads %j has none", (text) => {
  expect(taintedServices(text)).toEqual([]);
});
