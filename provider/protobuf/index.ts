export { bool, bytes, embedded, integer, type Message, string } from "./kind";
export { type Decoded, type Encodable, map, message, optional, repeated, singular } from "./message";
