import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A key and the certificates that go with it, in PEM form. */
export interface Signed {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority of a test, which signs for hosts. */
export interface Authority {
  readonly cert: string;
  /** A file with the authority's certificate. */
  readonly file: string;
  readonly folder: string;
  /** @param names DNS names, or addresses as `IP:127.0.0.1` */
  sign(names: readonly string[], when?: 'now' | 'past'): Signed;
  remove(): void;
}

/** Makes an authority with openssl. */
export function authority(name: string): Authority {
  const folder = mkdtempSync(path.join(tmpdir(), 'audit-ca-'));
  const at = (file: string): string => path.join(folder, file);
  const openssl = (...args: string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  writeFileSync(at('ca.ext'), 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n');
  openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'ca.key');
  openssl('req', '-new', '-key', 'ca.key', '-subj', `/CN=${name}`, '-out', 'ca.csr');
  openssl(
    'x509',
    '-req',
    '-in',
    'ca.csr',
    '-signkey',
    'ca.key',
    '-days',
    '3650',
    '-extfile',
    'ca.ext',
    '-out',
    'ca.pem',
  );
  let count = 0;
  return {
    cert: readFileSync(at('ca.pem'), 'utf8'),
    file: at('ca.pem'),
    folder,
    sign(names, when = 'now') {
      const base = `host${++count}`;
      const alt = names.map((one) => (one.startsWith('IP:') ? one : `DNS:${one}`)).join(',');
      writeFileSync(at('index.txt'), '');
      writeFileSync(at('serial'), `${1000 + count}\n`);
      writeFileSync(
        at('ca.cnf'),
        `[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n[e]\nsubjectAltName=${alt}\n`,
      );
      openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${base}.key`);
      openssl('req', '-new', '-key', `${base}.key`, '-subj', '/CN=host', '-out', `${base}.csr`);
      const [from, to] =
        when === 'now' ? ['20200101000000Z', '20990101000000Z'] : ['20200101000000Z', '20210101000000Z'];
      const signing = ['ca', '-batch', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-notext'];
      const dates = ['-startdate', from, '-enddate', to];
      openssl(...signing, ...dates, '-extensions', 'e', '-in', `${base}.csr`, '-out', `${base}.pem`);
      return {
        key: readFileSync(at(`${base}.key`), 'utf8'),
        cert: readFileSync(at(`${base}.pem`), 'utf8') + readFileSync(at('ca.pem'), 'utf8'),
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
