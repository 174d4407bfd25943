/**
 * Whether an address is reached over the network in plain HTTP. This machine's own are not: `localhost`, whatever of 127.0.0.0/8, `[::1]`; nor is
 * any other scheme, such as an app's `myapp://`. Undefined for what is no absolute address.
 */
export function isPlainHttp(address: string): boolean | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isThisMachine(hostname);
}

/** Names as URL writes them: in lower case, addresses of IPv4 with four numbers, those of IPv6 in brackets. */
const isThisMachine = (hostname: string): boolean => /^(localhost\.?|127(\.\d+){3}|\[::1\])$/.test(hostname);
