export { decodeState } from "./json";
export { decodeMsgpack, encodeMsgpack } from "./msgpack";
export { typeOf } from "./type-of";
