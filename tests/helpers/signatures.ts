/** What a request is signed with: an HMAC with SHA-256, in hexadecimal. */
const digits = 64;

/** Those signatures that stand in a text. The text is gone through once, however many there are. */
export function signaturesIn(text: string, signatures: readonly string[]): string[] {
  const wanted = new Set(signatures);
  const found = new Set([...wanted].filter((one) => !/^[0-9a-f]{64}$/.test(one) && text.includes(one)));
  for (const [run] of text.matchAll(/[0-9a-f]{64,}/g)) {
    for (let at = 0; at + digits <= run.length; at++) {
      const one = run.slice(at, at + digits);
      if (wanted.has(one)) found.add(one);
    }
  }
  return [...found];
}
