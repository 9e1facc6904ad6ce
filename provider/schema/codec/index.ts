export { decodeState } from "./json";
export { decodeMsgpack, encodeMsgpack } from "./msgpack";
