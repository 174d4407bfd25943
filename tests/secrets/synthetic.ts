/** Random-looking text that is the same on every run. No value here is or was a secret, and none stands in the source as one piece. */
export function maker(seed: number): { from: (alphabet: string, length: number) => string } {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    from: (alphabet, length) => Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join(''),
  };
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const source = maker(20_250_615);

export const hex = (length: number): string => source.from('0123456789abcdef', length);
export const alnum = (length: number): string => source.from(lower + lower.toUpperCase() + digits, length);
export const upper = (length: number): string => source.from(`${lower.toUpperCase()}234567`, length);
export const lowerDigits = (length: number): string => source.from(lower + digits, length);
export const letters = (length: number): string => source.from(lower + lower.toUpperCase(), length);
export const number = (length: number): string => source.from('123456789', length);
export const base64 = (length: number): string => source.from(`${lower}${lower.toUpperCase()}${digits}+/`, length);
export const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join('-');

/** Joined here so that no scanner of a repository reads it as one. */
export const join = (...parts: string[]): string => parts.join('');

/** What a person makes up. */
export const chosen = [
  join('Sum', 'mer', '2024!'),
  join('hunt', 'er2'),
  join('Tr0ub', '4dor&3'),
  join('blue', 'whale', '77'),
  join('Pa$$', 'w0rd', '!x'),
] as const;

export function pem(label: string, lines = 12): string {
  const body = [join('MI', 'IE', base64(60)), ...Array.from({ length: lines }, () => base64(64)), base64(40)].join(
    '\n',
  );
  return [`-----BEGIN ${label}-----`, body, `-----END ${label}-----`].join('\n');
}

export function jwt(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [
    part({ alg: 'HS256', typ: 'JWT' }),
    part({ sub: '1234567890', name: 'Someone', iat: 1_516_239_022 }),
    alnum(43),
  ].join('.');
}
