import { findSecrets } from '../../secrets/find.ts';
import { harmlessKind } from '../../secrets/values.ts';

/**
 * What sort of sign-in credentials a source's location contains; undefined when none. A user name alone is none: clone URLs
 * of Bitbucket have it. Locations that are no URLs (an S3 path) have no place for credentials.
 */
export async function credentialsIn(location: string): Promise<string | undefined> {
  const url = URL.canParse(location) ? new URL(location) : undefined;
  if (url?.password !== undefined && url.password !== '' && harmlessKind(decoded(url.password)) === undefined) {
    return 'url-credentials';
  }
  return (await findSecrets(location))[0]?.kind;
}

/** A stray percent sign makes it no encoded text. */
const decoded = (text: string): string => (/%(?![\da-f]{2})/i.test(text) ? text : unescapePercent(text));

const unescapePercent = (text: string): string =>
  Buffer.from(
    text.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
