/**
 * What a resource keeps beside an object's state: Terraform stores it and shows it to nobody. Texts by key; what a
 * provider before this one has put there stays as it is.
 */
export class PrivateState {
  private constructor(private readonly entries: Map<string, unknown>) {}

  static empty(): PrivateState {
    return new PrivateState(new Map());
  }

  /** Of bytes that are no JSON object nothing is known. */
  static decode(bytes: Uint8Array): PrivateState {
    if (bytes.length === 0) return PrivateState.empty();
    try {
      const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
      return new PrivateState(new Map(typeof value === "object" && value !== null ? Object.entries(value) : []));
    } catch {
      return PrivateState.empty();
    }
  }

  /** Nothing at all where nothing is kept. */
  encode(): Uint8Array {
    return this.entries.size === 0
      ? new Uint8Array()
      : Buffer.from(JSON.stringify(Object.fromEntries(this.entries)), "utf8");
  }

  tryGet(key: string): string | undefined {
    const value = this.entries.get(key);
    return typeof value === "string" ? value : undefined;
  }

  set(key: string, value: string): void {
    this.entries.set(key, value);
  }

  remove(key: string): void {
    this.entries.delete(key);
  }
}
