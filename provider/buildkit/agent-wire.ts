/** Bytes before a message of an agent: how long it is. */
const HEAD = 4;
/** The longest message that OpenSSH's agent takes. */
const LONGEST = 256 * 1024;

/**
 * A text or bytes as ssh writes them: the length, then the bytes.
 * Source: https://www.rfc-editor.org/rfc/rfc4251#section-5
 */
export function sshString(value: Uint8Array | string): Buffer {
  const bytes = Buffer.from(value as Uint8Array);
  const length = Buffer.alloc(HEAD);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export const sshStrings = (...values: readonly (Uint8Array | string)[]): Buffer => Buffer.concat(values.map(sshString));

/** A number that is not negative, as ssh writes it: no zeros in front, but one where it would look negative. */
export function sshNumber(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(first));
  return sshString((digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), digits]) : digits);
}

/** Reads what ssh wrote, from the front. */
export class SshReader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  byte(): number {
    return this.take(1)[0]!;
  }

  integer(): number {
    return this.take(HEAD).readUInt32BE();
  }

  string(): Buffer {
    return this.take(this.integer());
  }

  text(): string {
    return this.string().toString();
  }

  /** @throws RangeError where there is less */
  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new RangeError("it is cut short");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Puts the messages to or from an agent together again, whatever pieces they arrive in. */
export class AgentMessages {
  private rest = Buffer.alloc(0);

  /** @returns the messages that are whole with these bytes @throws RangeError for one that no agent would take */
  push(chunk: Uint8Array): Buffer[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const messages: Buffer[] = [];
    while (this.rest.length >= HEAD) {
      const end = HEAD + this.rest.readUInt32BE();
      if (end > HEAD + LONGEST) throw new RangeError(`a message of ${end - HEAD} bytes is longer than an agent takes`);
      if (this.rest.length < end) break;
      messages.push(this.rest.subarray(HEAD, end));
      this.rest = this.rest.subarray(end);
    }
    return messages;
  }
}
