/** `ADDRESS[:PORT]` or `INTERFACE[:PORT]`, IPv6 in brackets where a port follows. */
const ADDRESS = /^(?:\[[0-9a-f:.]+\]|(?=[0-9a-f]*:[0-9a-f.]*:)[0-9a-f:.]+|[a-z0-9][a-z0-9_.@-]*)(?::(\d{1,5}))?$/i;

/** Complains about what is neither an address nor an interface. */
export function validateAddress(text: string): string | undefined {
  const [, port] = ADDRESS.exec(text) ?? [text.length === 0 ? "" : undefined];
  if (ADDRESS.test(text) && (port === undefined || (Number(port) >= 1 && Number(port) <= 65_535))) return undefined;
  return `"${text}" is no address; write an IP address or the name of an interface, with or without a port, like "10.0.0.5", "eth0" or "0.0.0.0:2377"`;
}
