import { BlockList, isIP } from 'node:net';
import { AuditError } from '../program/errors.ts';
import { neverShow } from '../secrets/redact.ts';
import { isLocal } from './configuration.ts';
import { variable } from './shared-files.ts';

/** A proxy that requests go through. */
export interface Proxy {
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: number;
  /** Host and port, for messages: never the user or the password. */
  readonly label: string;
  /** Value of Proxy-Authorization. */
  readonly authorization: string | undefined;
}

/** Which proxy a request goes through; undefined: none. */
export type ProxyChoice = (protocol: string, hostname: string, port: number | undefined) => Proxy | undefined;

/**
 * The proxies of an environment: `https_proxy` and `http_proxy`, with the exceptions of `no_proxy`; the names in capitals
 * count where the others are not set, as for curl (https://everything.curl.dev/usingcurl/proxies/env.html) and AWS's
 * command line (https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html). This machine, and where
 * containers and instances get credentials, are never asked through one.
 * @returns undefined when there is none, so that nothing is looked up for each request
 * @throws AuditError `config` for what is no address of a proxy
 */
export function proxiesOf(env: NodeJS.ProcessEnv): ProxyChoice | undefined {
  const secure = proxyNamed(env, 'https_proxy');
  // A web server hands the header `Proxy` of whoever asks to its programs under this name: https://httpoxy.org
  const plain = env['REQUEST_METHOD'] === undefined ? proxyNamed(env, 'http_proxy') : undefined;
  if (secure === undefined && plain === undefined) return undefined;
  const isExcepted = exceptionsOf(either(env, 'no_proxy')?.value ?? '');
  return (protocol, hostname, port) => {
    const proxy = protocol === 'https:' ? secure : plain;
    if (proxy === undefined || isLocal(hostname)) return undefined;
    return isExcepted(bare(hostname), port ?? (protocol === 'https:' ? 443 : 80)) ? undefined : proxy;
  };
}

function either(env: NodeJS.ProcessEnv, name: string): { readonly name: string; readonly value: string } | undefined {
  for (const one of [name, name.toUpperCase()]) {
    const value = variable(env, one);
    if (value !== undefined) return { name: one, value };
  }
  return undefined;
}

function proxyNamed(env: NodeJS.ProcessEnv, name: string): Proxy | undefined {
  const said = either(env, name);
  if (said === undefined) return undefined;
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(said.value) ? said.value : `http://${said.value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The value itself may hold a password.
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AuditError('config', `${said.name} is no address of an http or https proxy`, {
      hint: `Write it as ${said.name}=http://proxy.example.com:3128, with user:password@ before the host where it asks for them (percent-encoded).`,
    });
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return {
    secure,
    hostname: bare(url.hostname),
    port,
    label: `${url.hostname}:${port}`,
    authorization: authorizationOf(url),
  };
}

function authorizationOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const secret = decoded(password);
  const encoded = Buffer.from(`${decoded(username)}:${secret}`).toString('base64');
  neverShow([secret, password, encoded].filter((text) => text !== ''));
  return `Basic ${encoded}`;
}

/** A percent sign that stands for itself stays one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Without an IPv6 address's brackets and a name's last dot. */
const bare = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

type Exception = (host: string, port: number) => boolean;

/**
 * `*` is everything; a name is itself and all below it, with a dot before it or without; addresses and networks are meant
 * as such, never what a name resolves to. Each may end in a port. Commas and blanks are between them.
 */
function exceptionsOf(text: string): Exception {
  const all = text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => exceptionOf(entry.toLowerCase()));
  return (host, port) => all.some((one) => one(host, port));
}

function exceptionOf(entry: string): Exception {
  if (entry === '*') return () => true;
  const { name, port: only } = splitPort(entry);
  const isHere = hostTest(name);
  return (host, port) => (only === undefined || only === port) && isHere(host);
}

function splitPort(entry: string): { readonly name: string; readonly port: number | undefined } {
  const [, name = entry, digits] = isIP(entry) === 6 ? [] : (/^(.*?)(?::(\d{1,5}))?$/.exec(entry) ?? []);
  return { name: bare(name), port: digits === undefined ? undefined : Number(digits) };
}

function hostTest(name: string): (host: string) => boolean {
  const [address = '', length] = name.split('/');
  const version = isIP(address);
  if (version !== 0) {
    const bits = length === undefined ? (version === 4 ? 32 : 128) : Number(length);
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (!Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128)) return () => false;
    const list = new BlockList();
    list.addSubnet(address, bits, family);
    return (host) => isIP(host) !== 0 && list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
  }
  const suffix = name.replace(/^\*?\./, '');
  return (host) => suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}
