import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { contentTypes, type WireAnswer } from './encode.ts';
import { encodeError } from './errors.ts';
import type { Identity } from './identify.ts';

/** The answer where neither a fixture nor the emulator has one. */
export function notImplemented(identity: Identity, account: string): WireAnswer {
  const message = `no canned answer for ${identity.service}:${identity.operation}`;
  return encodeError(identity, account, { code: 'NotImplementedException', status: 501, message });
}

/** Passes a request on to the emulator, and puts right what is known to be wrong in its answer. */
export async function proxy(
  upstream: string,
  agent: Agent,
  identity: Identity,
  account: string,
  incoming: IncomingMessage,
  body: Buffer,
): Promise<WireAnswer> {
  let path = incoming.url ?? '/';
  // The emulator cuts the list at max-buckets without saying that there is more.
  if (identity.operation === 'ListBuckets') path = path.replace(/([?&])max-buckets=\d+&?/, '$1');
  const answer = await new Promise<WireAnswer>((resolve, reject) => {
    const { connection: _, 'transfer-encoding': __, expect: ___, ...headers } = incoming.headers;
    const outgoing = httpRequest(
      new URL(path, upstream),
      { method: incoming.method ?? 'GET', headers: { ...headers, 'content-length': body.length }, agent },
      (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('error', reject);
        message.on('end', () => {
          const kept = Object.entries(message.headers).filter(
            ([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'server'].includes(name),
          );
          const flat = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
          resolve({ status: message.statusCode ?? 500, headers: flat, body: Buffer.concat(chunks) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const type = answer.headers['content-type'];
  // The emulator answers the object listing for sub-resources of a bucket that it does not know.
  if (identity.service === 's3' && !/^(ListObject|GetObject)/.test(identity.operation) && isListing(answer.body)) {
    return notImplemented(identity, account);
  }
  if (type?.startsWith('text/html') === true && identity.model !== undefined) {
    return { ...answer, headers: { ...answer.headers, 'content-type': contentTypes[identity.protocol] } };
  }
  return answer;
}

function isListing(body: Buffer): boolean {
  return body.subarray(0, 200).includes('<ListBucketResult');
}
