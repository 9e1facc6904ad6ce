export { decodeState } from "./json";
export { decodeMsgpack, decodeTyped, encodeMsgpack, encodeTyped } from "./msgpack";
