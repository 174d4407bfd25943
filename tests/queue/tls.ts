import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of an authority of our own, and of a server and a client that it vouches for. */
export interface Certificates {
  readonly ca: string;
  readonly server: { readonly cert: string; readonly key: string };
  readonly client: { readonly cert: string; readonly key: string };
}

export function certificates(dir: string): Certificates {
  const at = (name: string): string => join(dir, name);
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
  const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...keys, '-subj', '/CN=test authority', '-keyout', 'ca.key', '-out', 'ca.crt');
  writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  const signed = (name: string): { cert: string; key: string } => {
    openssl('req', ...keys.slice(0, -2), '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const by = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-out', `${name}.crt`);
    return { cert: at(`${name}.crt`), key: at(`${name}.key`) };
  };
  return { ca: at('ca.crt'), server: signed('server'), client: signed('client') };
}

export const tlsOf = ({ ca, client }: Certificates) => ({
  ca: readFileSync(ca, 'utf8'),
  cert: readFileSync(client.cert, 'utf8'),
  key: readFileSync(client.key, 'utf8'),
});
