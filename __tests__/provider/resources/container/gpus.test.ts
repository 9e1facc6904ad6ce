import { formatGpus, parseGpus, validateGpus } from "../../../../provider/resources/container/gpus";

const all = { Driver: "", Count: -1, DeviceIDs: undefined, Capabilities: [["gpu"]], Options: {} };

test.each([
  { text: "all", request: all },
  { text: "2", request: { ...all, Count: 2 } },
  { text: "count=2", request: { ...all, Count: 2 } },
  { text: "device=0,1", request: { ...all, Count: 0, DeviceIDs: ["0", "1"] } },
  { text: '"device=0,2"', request: { ...all, Count: 0, DeviceIDs: ["0", "2"] } },
  { text: 'all,"capabilities=utility,compute"', request: { ...all, Capabilities: [["utility", "compute", "gpu"]] } },
  { text: "capabilities=gpu", request: { ...all, Count: 1 } },
  { text: "driver=nvidia", request: { ...all, Driver: "nvidia", Count: 1 } },
  { text: "driver=nvidia,count=1", request: { ...all, Driver: "nvidia", Count: 1 } },
  {
    text: "device=0,driver=x,capabilities=a,b",
    request: { ...all, Driver: "x", Count: 0, DeviceIDs: ["0"], Capabilities: [["a", "b", "gpu"]] },
  },
  { text: "all,options=a=1,b=2", request: { ...all, Options: { a: "1", b: "2" } } },
])("$text is what docker run --gpus makes of it", ({ text, request }) => {
  expect(parseGpus(text)).toEqual(request);
  expect(validateGpus(text)).toBeUndefined();
  expect(parseGpus(formatGpus(request))).toEqual(request);
});

test.each([
  { text: "none", says: '"none" is no number of GPUs' },
  { text: "count=many", says: '"count=many" is no number of GPUs' },
  { text: "devices=0", says: '"devices=0" has the unknown key `devices`' },
])("$text is refused", ({ text, says }) => {
  expect(validateGpus(text)).toContain(says);
  expect(validateGpus(text)).toContain("write `all`, a number, or `device=0,1`");
});
