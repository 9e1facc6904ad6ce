/** A paragraph in lines of at most `columns` characters. @param first before its first line @param rest before the others, as wide */
export function wrapped(text: string, columns: number, first: string, rest: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line !== "" && rest.length + line.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`).join("\n");
}
