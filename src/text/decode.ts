/** What keeps bytes from being text in UTF-8, and the line it is on (1-based). */
export class NotText extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'NotText';
    this.line = line;
  }
}

/**
 * Text of bytes in UTF-8, without the mark that some editors write in front.
 * @throws NotText for another encoding, and for what is no text at all
 */
export function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new NotText('is in UTF-16, not in UTF-8: save it as UTF-8', 1);
  if (a === 0x1f && b === 0x8b) throw new NotText('is compressed (gzip), not text: unpack it', 1);
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw new NotText('is not text: it holds a NUL byte', lineAt(bytes, nul));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotText('is not text in UTF-8: save it as UTF-8', lineAt(bytes, firstWrong(bytes)));
  }
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

/** Where the first line begins that is no UTF-8. */
function firstWrong(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(10, from);
    const end = found === -1 ? bytes.length : found + 1;
    try {
      decoder.decode(bytes.subarray(from, end));
    } catch {
      return from;
    }
    from = end;
  }
  return from;
}
