// The floor: the same requests, signed and sent with Node alone, answers read and thrown away.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const [, , file, url] = process.argv;
const target = new URL(url);
const requests = JSON.parse(readFileSync(file, 'utf8'));
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const hash = (text) => createHash('sha256').update(text).digest('hex');
const mac = (key, text) => createHmac('sha256', key).update(text).digest();

/** Signature version 4 over host and date: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function sign({ method, path, headers, body }) {
  const [, date = '', region = '', service = ''] =
    /Credential=[^/]+\/([^/]+)\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  const stamp = headers['x-amz-date'] ?? '';
  const canonical = [
    method,
    path.split('?')[0],
    path.split('?')[1] ?? '',
    `host:${headers.host}\nx-amz-date:${stamp}\n`,
    'host;x-amz-date',
    hash(body),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = mac(mac(mac(mac('AWS4secret', date), region), service), 'aws4_request');
  const signature = mac(key, ['AWS4-HMAC-SHA256', stamp, scope, hash(canonical)].join('\n')).toString('hex');
  return headers.authorization?.replace(/Signature=.*/, `Signature=${signature}`) ?? '';
}

function send(raw) {
  return new Promise((resolve) => {
    const headers = { ...raw.headers, authorization: sign(raw) };
    const req = request(
      { host: target.hostname, port: target.port, method: raw.method, path: raw.path, headers, agent },
      (res) => {
        res.on('data', () => {});
        res.on('end', resolve);
      },
    );
    req.on('error', resolve);
    req.end(Buffer.from(raw.body, 'latin1'));
  });
}

let next = 0;
await Promise.all(
  Array.from({ length: 50 }, async () => {
    while (next < requests.length) await send(requests[next++]);
  }),
);
agent.destroy();
