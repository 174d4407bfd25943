/** The six parts of `arn:partition:service:region:account:resource`; the last keeps its colons. */
export type ArnParts = readonly [string, string, string, string, string, string];

/** Splits an ARN; undefined when the text has fewer than six parts or does not start with `arn:`. */
export function parseArn(text: string): ArnParts | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const parts = splitColons(text);
  return parts.length === 6 ? (parts as unknown as ArnParts) : undefined;
}

/** At most six parts. */
function splitColons(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let count = 0; count < 5; count++) {
    const at = text.indexOf(':', start);
    if (at < 0) break;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  parts.push(text.slice(start));
  return parts;
}

/** The account id in an ARN, or undefined where the ARN names none (S3 buckets). */
export function arnAccount(arn: string | undefined): string | undefined {
  const account = arn === undefined ? undefined : parseArn(arn)?.[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
