/**
 * A process of jest's runs each module's code a few times, in a context of each test file's own: what V8 optimizes is
 * thrown away before it pays, and costs a quarter of the unit tests' time.
 */
require("node:v8").setFlagsFromString("--no-opt");
